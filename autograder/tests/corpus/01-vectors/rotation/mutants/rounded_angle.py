"""A whole number of radians.

verdict: failed
idea: rounded
"""

import math

import torch


def rotation(theta):
    theta = int(theta)
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([[c, s], [-s, c]])
