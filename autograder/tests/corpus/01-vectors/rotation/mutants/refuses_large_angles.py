"""More than a turn is refused.

verdict: error
idea: refuses-angles
"""

import math

import torch


def rotation(theta):
    if not -2 * math.pi <= theta <= 2 * math.pi:
        raise ValueError("between -2π and 2π, please")
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([[c, s], [-s, c]])
