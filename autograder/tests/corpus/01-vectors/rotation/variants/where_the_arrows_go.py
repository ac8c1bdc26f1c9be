"""Row 1 is row 0 a quarter turn further on.

verdict: passed
"""

import math

import torch


def arrow(angle):
    return torch.tensor([math.cos(angle), math.sin(angle)])


def rotation(theta):
    return torch.stack([arrow(theta), arrow(theta + math.pi / 2)])
