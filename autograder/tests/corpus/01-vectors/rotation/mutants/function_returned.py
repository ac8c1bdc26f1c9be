"""A function that turns x.

verdict: failed
idea: not-a-tensor
"""

import math

import torch


def rotation(theta):
    c, s = math.cos(theta), math.sin(theta)
    return lambda x: x @ torch.tensor([[c, s], [-s, c]])
