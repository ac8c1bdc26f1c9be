"""A loop with no return.

verdict: failed
idea: returns-nothing
"""


def require_vectors(u, v):
    if u.dim() != 1 or v.dim() != 1:
        raise ValueError(f"two vectors are needed, not {tuple(u.shape)} and {tuple(v.shape)}")
    if len(u) != len(v):
        raise ValueError(f"{len(u)} entries do not fit {len(v)}")


def dot(u, v):
    require_vectors(u, v)
    total = u.new_zeros(())
    for a, b in zip(u, v):
        total = total + a * b
