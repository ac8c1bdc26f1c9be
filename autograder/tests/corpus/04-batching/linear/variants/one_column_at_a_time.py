"""One output after another, stacked.

verdict: passed
"""

import torch


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias {tuple(bias.shape)} does not fit weight {tuple(weight.shape)}")
    columns = []
    for number, row in enumerate(weight):
        column = (x * row).sum(-1)
        if bias is not None:
            column = column + bias[number]
        columns.append(column)
    return torch.stack(columns, dim=-1)
