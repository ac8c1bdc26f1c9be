"""A bound method.

verdict: failed
idea: function-returned
"""

import torch


def require_fit(first, second):
    if first.dim() != 2 or second.dim() != 2:
        raise ValueError("two matrices are needed")
    if first.shape[1] != second.shape[0]:
        raise ValueError(f"{tuple(first.shape)} does not fit {tuple(second.shape)}")


class Both(torch.nn.Module):
    def __init__(self, first, second):
        super().__init__()
        self.first, self.second = first, second

    def forward(self, x):
        return x @ self.first @ self.second


def compose(first, second):
    require_fit(first, second)
    return Both(first, second)
