"""The right matrix, turned once too often.

verdict: failed
idea: clockwise
"""

import math

import torch


def rotation(theta):
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([[c, s], [-s, c]]).T.contiguous()
