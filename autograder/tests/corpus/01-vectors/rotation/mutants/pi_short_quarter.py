"""The second row is turned by 1.57 more.

verdict: failed
idea: pi-too-short
"""

import math

import torch


def rotation(theta):
    other = theta + 1.57
    rows = [[math.cos(theta), math.sin(theta)], [math.cos(other), math.sin(other)]]
    return torch.tensor(rows)
