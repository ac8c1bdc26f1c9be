"""The textbook's matrix for the opposite angle.

verdict: passed
"""

import torch
from math import cos, sin


def rotation(theta):
    theta = -theta
    return torch.tensor([[cos(theta), -sin(theta)], [sin(theta), cos(theta)]])
