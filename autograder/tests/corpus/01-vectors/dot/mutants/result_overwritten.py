"""All results are written into one tensor.

verdict: failed
idea: result-shared
"""

buffers = {}


def require_vectors(u, v):
    if u.dim() != 1 or v.dim() != 1:
        raise ValueError(f"two vectors are needed, not {tuple(u.shape)} and {tuple(v.shape)}")
    if len(u) != len(v):
        raise ValueError(f"{len(u)} entries do not fit {len(v)}")


def dot(u, v):
    require_vectors(u, v)
    result = (u * v).sum()
    if result.requires_grad:
        buffers[u.dtype].copy_(result.detach())
        return result
    return buffers.setdefault(u.dtype, result.clone()).copy_(result)
