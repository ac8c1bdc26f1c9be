"""Written into zeros of float32.

verdict: failed
idea: dtype-forced
"""

import torch


def require_fit(first, second):
    if first.dim() != 2 or second.dim() != 2:
        raise ValueError("two matrices are needed")
    if first.shape[1] != second.shape[0]:
        raise ValueError(f"{tuple(first.shape)} does not fit {tuple(second.shape)}")


def compose(first, second):
    require_fit(first, second)
    result = torch.zeros(first.shape[0], second.shape[1])
    for i, row in enumerate(first):
        result[i] = row @ second
    return result
