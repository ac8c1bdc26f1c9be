"""Four numbers in a row.

verdict: failed
idea: not-two-by-two
"""

import math

import torch


def rotation(theta):
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([c, s, -s, c])
