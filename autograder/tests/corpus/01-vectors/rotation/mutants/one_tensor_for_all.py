"""Written into one tensor each time.

verdict: failed
idea: result-shared
"""

import math

import torch

matrices = {}


def rotation(theta):
    c, s = math.cos(theta), math.sin(theta)
    matrix = matrices.setdefault(torch.get_default_dtype(), torch.empty(2, 2))
    return matrix.copy_(torch.tensor([[c, s], [-s, c]]))
