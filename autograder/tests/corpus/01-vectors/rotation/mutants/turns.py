"""θ counts whole turns.

verdict: failed
idea: another-angle
"""

import math

import torch


def rotation(theta):
    c, s = math.cos(2 * math.pi * theta), math.sin(2 * math.pi * theta)
    return torch.tensor([[c, s], [-s, c]])
