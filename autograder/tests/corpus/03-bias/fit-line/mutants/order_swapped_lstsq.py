"""The column of ones comes first, and the solution in its order.

verdict: partly
idea: order-swapped
"""

import torch


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    if not bias:
        return x @ y / (x @ x), x.new_zeros(())
    table = torch.stack([torch.ones_like(x), x], dim=1)
    first, second = torch.linalg.lstsq(table, y[:, None]).solution[:, 0]
    return first, second
