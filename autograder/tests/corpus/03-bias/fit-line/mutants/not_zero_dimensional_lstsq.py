"""The rows of a solution of shape (2, 1).

verdict: partly
idea: not-zero-dimensional
"""

import torch


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError(
            f"expected two vectors of one length, got {tuple(x.shape)} and {tuple(y.shape)}"
        )
    if not bias:
        return x @ y / (x @ x), x.new_zeros(())
    solution = torch.linalg.lstsq(torch.stack([x, torch.ones_like(x)], 1), y[:, None]).solution
    return solution[0], solution[1]
