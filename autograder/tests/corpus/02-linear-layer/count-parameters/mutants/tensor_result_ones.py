"""The elements are counted as a sum of ones, and stay a tensor.

verdict: failed
idea: not-an-int
"""

import torch


def count_parameters(module):
    total = torch.zeros((), dtype=torch.float64)
    for p in module.parameters():
        total = total + torch.ones_like(p).sum()
    return total
