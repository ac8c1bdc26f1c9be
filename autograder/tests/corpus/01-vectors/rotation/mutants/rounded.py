"""Rounded to two decimals.

verdict: failed
idea: rounded
"""

import math

import torch


def rotation(theta):
    c, s = round(math.cos(theta), 2), round(math.sin(theta), 2)
    return torch.tensor([[c, s], [-s, c]])
