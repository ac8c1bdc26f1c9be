"""Three loops.

verdict: passed
"""

import torch


def require_fit(first, second):
    if first.dim() != 2 or second.dim() != 2:
        raise ValueError("two matrices are needed")
    if first.shape[1] != second.shape[0]:
        raise ValueError(f"{tuple(first.shape)} does not fit {tuple(second.shape)}")


def compose(first, second):
    require_fit(first, second)
    (n, k), m = first.shape, second.shape[1]
    result = torch.zeros(n, m, dtype=first.dtype)
    for i in range(n):
        for j in range(m):
            for t in range(k):
                result[i, j] += first[i, t] * second[t, j]
    return result
