"""No minus sign at all.

verdict: failed
idea: minus-sign-lost
"""

import math

import torch


def rotation(theta):
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([[c, s], [s, c]])
