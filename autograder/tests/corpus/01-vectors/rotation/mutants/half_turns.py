"""θ counts half turns.

verdict: failed
idea: another-angle
"""

import math

import torch


def rotation(theta):
    c, s = math.cos(math.pi * theta), math.sin(math.pi * theta)
    return torch.tensor([[c, s], [-s, c]])
