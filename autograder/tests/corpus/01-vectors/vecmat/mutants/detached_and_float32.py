"""The right numbers in a new tensor: float32, and cut off from the arguments.

verdict: failed
idea: dtype-forced
"""

import torch


def dot(u, v):
    if u.shape != v.shape:
        raise ValueError("the lengths differ")
    return (u * v).sum().item()


def vecmat(x, matrix):
    return torch.tensor([dot(x, column) for column in matrix.T])
