"""The total starts in float32, which shows where nothing in float64 is added.

verdict: failed
idea: empty-vectors
"""

import torch


def require_vectors(u, v):
    if u.dim() != 1 or v.dim() != 1:
        raise ValueError(f"two vectors are needed, not {tuple(u.shape)} and {tuple(v.shape)}")
    if len(u) != len(v):
        raise ValueError(f"{len(u)} entries do not fit {len(v)}")


def dot(u, v):
    require_vectors(u, v)
    total = torch.tensor(0.0)
    for a, b in zip(u, v):
        total = total + a * b
    return total
