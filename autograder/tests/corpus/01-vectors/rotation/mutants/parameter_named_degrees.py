"""A name that does not exist.

verdict: error
"""

import math

import torch


def rotation(theta):
    c, s = math.cos(angle), math.sin(angle)
    return torch.tensor([[c, s], [-s, c]])
