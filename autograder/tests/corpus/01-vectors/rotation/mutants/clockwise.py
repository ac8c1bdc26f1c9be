"""The matrix of textbooks that write the vector on the right.

verdict: failed
idea: clockwise
"""

import math

import torch


def rotation(theta):
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([[c, -s], [s, c]])
