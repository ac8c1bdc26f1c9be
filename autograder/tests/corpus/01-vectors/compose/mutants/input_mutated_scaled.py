"""The second is changed on the way.

verdict: failed
idea: input-mutated
"""

import torch


def require_fit(first, second):
    if first.dim() != 2 or second.dim() != 2:
        raise ValueError("two matrices are needed")
    if first.shape[1] != second.shape[0]:
        raise ValueError(f"{tuple(first.shape)} does not fit {tuple(second.shape)}")


def compose(first, second):
    require_fit(first, second)
    product = first @ second
    with torch.no_grad():
        second.mul_(1.5)
    return product
