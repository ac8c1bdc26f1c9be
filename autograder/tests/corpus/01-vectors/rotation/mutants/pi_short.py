"""The angle is reduced with π = 3.14.

verdict: failed
idea: pi-too-short
"""

import math

import torch


def rotation(theta):
    theta = theta % 6.28
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([[c, s], [-s, c]])
