"""The first matrix comes back forever.

verdict: failed
idea: answer-cached
"""

import math

import torch

matrices = {}


def rotation(theta):
    c, s = math.cos(theta), math.sin(theta)
    return matrices.setdefault(torch.get_default_dtype(), torch.tensor([[c, s], [-s, c]])).clone()
