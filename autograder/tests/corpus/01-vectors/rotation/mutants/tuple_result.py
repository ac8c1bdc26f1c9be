"""Two rows as a tuple.

verdict: failed
idea: not-a-tensor
"""

import math

import torch


def rotation(theta):
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([c, s]), torch.tensor([-s, c])
