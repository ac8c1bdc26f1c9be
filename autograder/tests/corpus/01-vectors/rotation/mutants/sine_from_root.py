"""sin as the root of 1 - cos², never negative.

verdict: failed
idea: sine-sign-lost
"""

import math

import torch


def rotation(theta):
    c = math.cos(theta)
    s = math.sqrt(1 - c * c)
    return torch.tensor([[c, s], [-s, c]])
