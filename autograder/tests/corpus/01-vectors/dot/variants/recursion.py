"""Splits the vectors in halves.

verdict: passed
"""


def require_vectors(u, v):
    if u.dim() != 1 or v.dim() != 1:
        raise ValueError(f"two vectors are needed, not {tuple(u.shape)} and {tuple(v.shape)}")
    if len(u) != len(v):
        raise ValueError(f"{len(u)} entries do not fit {len(v)}")


def dot(u, v):
    require_vectors(u, v)
    if len(u) == 0:
        return u.sum()
    if len(u) == 1:
        return (u * v).squeeze(0)
    half = len(u) // 2
    return dot(u[:half], v[:half]) + dot(u[half:], v[half:])
