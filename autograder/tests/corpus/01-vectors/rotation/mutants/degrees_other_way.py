"""θ is turned into degrees first.

verdict: failed
idea: degrees
"""

import math

import torch


def rotation(theta):
    theta = math.degrees(theta)
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([[c, s], [-s, c]])
