"""Half as far, as with quaternions.

verdict: failed
idea: another-angle
"""

import math

import torch


def rotation(theta):
    c, s = math.cos(theta / 2), math.sin(theta / 2)
    return torch.tensor([[c, s], [-s, c]])
