"""Twice as far.

verdict: failed
idea: another-angle
"""

import math

import torch


def rotation(theta):
    c, s = math.cos(theta), math.sin(theta)
    once = torch.tensor([[c, s], [-s, c]])
    return once @ once
