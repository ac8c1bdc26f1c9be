"""The angle is clamped to one turn.

verdict: failed
idea: angle-cut
"""

import math

import torch


def rotation(theta):
    theta = max(-2 * math.pi, min(2 * math.pi, theta))
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([[c, s], [-s, c]])
