"""Both vectors are made one unit long first.

verdict: failed
idea: cosine
"""

import torch


def require_vectors(u, v):
    if u.dim() != 1 or v.dim() != 1:
        raise ValueError(f"two vectors are needed, not {tuple(u.shape)} and {tuple(v.shape)}")
    if len(u) != len(v):
        raise ValueError(f"{len(u)} entries do not fit {len(v)}")


def dot(u, v):
    require_vectors(u, v)
    u = torch.nn.functional.normalize(u, dim=0)
    v = torch.nn.functional.normalize(v, dim=0)
    return (u * v).sum()
