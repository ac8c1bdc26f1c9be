"""A stack of one matrix.

verdict: failed
idea: not-two-by-two
"""

import math

import torch


def rotation(theta):
    angle = torch.tensor([theta])
    c, s = angle.cos(), angle.sin()
    return torch.stack([c, s, -s, c], dim=-1).reshape(-1, 2, 2)
