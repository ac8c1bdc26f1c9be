"""Results of one shape share their memory.

verdict: failed
idea: result-shared
"""

kept = {}


def require_fit(x, matrix):
    if x.dim() != 1 or matrix.dim() != 2:
        raise ValueError("a vector and a matrix are needed")
    if x.shape[0] != matrix.shape[0]:
        raise ValueError(f"{tuple(x.shape)} does not fit {tuple(matrix.shape)}")


def vecmat(x, matrix):
    require_fit(x, matrix)
    result = (x[:, None] * matrix).sum(0)
    key = (result.shape, result.dtype)
    if key not in kept:
        kept[key] = result.detach().clone()
    if result.requires_grad:
        kept[key].copy_(result.detach())
        return result
    return kept[key].copy_(result)
