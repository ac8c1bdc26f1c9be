"""assert raises AssertionError.

verdict: partly
idea: wrong-error-type
"""


def dot(u, v):
    assert u.dim() == v.dim() == 1, "vectors"
    assert len(u) == len(v), "lengths differ"
    return (u * v).sum()
