"""The angle is reduced to half a turn.

verdict: failed
idea: angle-cut
"""

import math

import torch


def rotation(theta):
    theta = theta % math.pi
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([[c, s], [-s, c]])
