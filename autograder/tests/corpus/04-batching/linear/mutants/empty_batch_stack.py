"""Stacks rows, of which there are none.

verdict: partly
idea: empty-batch-fails
"""

import torch


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias {tuple(bias.shape)} does not fit weight {tuple(weight.shape)}")
    if x.dim() > 1:
        return torch.stack([linear(row, weight, bias) for row in x])
    return weight @ x if bias is None else weight @ x + bias
