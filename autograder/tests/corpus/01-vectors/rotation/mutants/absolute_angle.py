"""Negative angles turn like positive ones.

verdict: failed
idea: sine-sign-lost
"""

import math

import torch


def rotation(theta):
    theta = abs(theta)
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([[c, s], [-s, c]])
