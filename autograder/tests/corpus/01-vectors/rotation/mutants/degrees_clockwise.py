"""Degrees, and clockwise.

verdict: failed
idea: degrees
"""

import math

import torch


def rotation(theta):
    theta = math.radians(theta)
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([[c, -s], [s, c]])
