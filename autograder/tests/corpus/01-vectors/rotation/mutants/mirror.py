"""The minus sign stands at a cosine: a mirror.

verdict: failed
idea: minus-sign-lost
"""

import math

import torch


def rotation(theta):
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([[c, s], [s, -c]])
