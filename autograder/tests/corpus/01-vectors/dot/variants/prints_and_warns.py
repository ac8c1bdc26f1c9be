"""Talks a lot.

verdict: passed
"""

import warnings


def require_vectors(u, v):
    if u.dim() != 1 or v.dim() != 1:
        raise ValueError(f"two vectors are needed, not {tuple(u.shape)} and {tuple(v.shape)}")
    if len(u) != len(v):
        raise ValueError(f"{len(u)} entries do not fit {len(v)}")


def dot(u, v):
    print("u", u, "v", v)
    warnings.warn("about to multiply")
    require_vectors(u, v)
    result = (u * v).sum()
    print(result)
    return result
