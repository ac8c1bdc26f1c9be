"""A loop over indices with an in-place addition to its own total.

verdict: passed
"""

import torch


def require_vectors(u, v):
    if u.dim() != 1 or v.dim() != 1:
        raise ValueError(f"two vectors are needed, not {tuple(u.shape)} and {tuple(v.shape)}")
    if len(u) != len(v):
        raise ValueError(f"{len(u)} entries do not fit {len(v)}")


def dot(u, v):
    require_vectors(u, v)
    total = torch.zeros((), dtype=u.dtype, device=u.device)
    for i in range(u.shape[0]):
        total += u[i] * v[i]
    return total
