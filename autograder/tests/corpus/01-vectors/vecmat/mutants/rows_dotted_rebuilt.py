"""Dot products with the rows, as plain numbers in a new tensor.

verdict: failed
idea: rows-dotted
"""

import torch


def vecmat(x, matrix):
    return torch.tensor([sum(a * b for a, b in zip(x, row)) for row in matrix])
