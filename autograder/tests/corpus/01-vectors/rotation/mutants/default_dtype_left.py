"""The default dtype is changed for the whole program.

verdict: failed
idea: default-dtype-left
"""

import math

import torch


def rotation(theta):
    c, s = math.cos(theta), math.sin(theta)
    result = torch.tensor([[c, s], [-s, c]])
    torch.set_default_dtype(torch.float64)
    return result
