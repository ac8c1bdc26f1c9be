"""Where the second changes nothing, the first itself comes back.

verdict: failed
idea: result-shared
"""

import torch


def require_fit(first, second):
    if first.dim() != 2 or second.dim() != 2:
        raise ValueError("two matrices are needed")
    if first.shape[1] != second.shape[0]:
        raise ValueError(f"{tuple(first.shape)} does not fit {tuple(second.shape)}")


def compose(first, second):
    require_fit(first, second)
    if second.shape[0] == second.shape[1] and torch.equal(
        second, torch.eye(len(second)).to(second)
    ):
        return first
    return first @ second
