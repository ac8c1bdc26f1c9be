"""Each row of the first with one column of the second.

verdict: failed
idea: matching-pairs-only
"""

import torch


def require_fit(first, second):
    if first.dim() != 2 or second.dim() != 2:
        raise ValueError("two matrices are needed")
    if first.shape[1] != second.shape[0]:
        raise ValueError(f"{tuple(first.shape)} does not fit {tuple(second.shape)}")


def compose(first, second):
    require_fit(first, second)
    if first.shape[0] == second.shape[1]:
        return torch.diag((first * second.T).sum(1))
    return first @ second
