"""functools.cache hands out the same tensor again.

verdict: failed
idea: result-shared
"""

import math

import torch

matrices = {}


def rotation(theta):
    key = (theta, torch.get_default_dtype())
    if key not in matrices:
        c, s = math.cos(theta), math.sin(theta)
        matrices[key] = torch.tensor([[c, s], [-s, c]])
    return matrices[key]
