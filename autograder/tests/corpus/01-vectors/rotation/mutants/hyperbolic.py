"""cosh and sinh.

verdict: failed
idea: other-functions
"""

import math

import torch


def rotation(theta):
    c, s = math.cosh(theta), math.sinh(theta)
    return torch.tensor([[c, s], [-s, c]])
