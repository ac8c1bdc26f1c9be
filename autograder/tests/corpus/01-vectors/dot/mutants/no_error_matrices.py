"""Equal shapes are enough, so two matrices pass.

verdict: partly
idea: no-error-on-mismatch
"""


def dot(u, v):
    if u.shape != v.shape:
        raise ValueError("shapes differ")
    return (u * v).sum()
