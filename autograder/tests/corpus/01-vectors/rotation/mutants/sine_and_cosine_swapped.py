"""sin on the diagonal.

verdict: failed
idea: sine-and-cosine-swapped
"""

import math

import torch


def rotation(theta):
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([[s, c], [-c, s]])
