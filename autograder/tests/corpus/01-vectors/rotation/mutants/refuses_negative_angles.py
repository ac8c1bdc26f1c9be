"""Negative angles are refused.

verdict: error
idea: refuses-angles
"""

import math

import torch


def rotation(theta):
    if theta < 0:
        raise ValueError("angles are positive")
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([[c, s], [-s, c]])
