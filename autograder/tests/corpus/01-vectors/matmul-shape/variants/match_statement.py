"""Structural pattern matching.

verdict: passed
"""


def matmul_shape(a, b):
    match tuple(a), tuple(b):
        case (n,), (m,) if n == m:
            return ()
        case (n,), (m, k) if n == m:
            return (k,)
        case (n, m), (k,) if m == k:
            return (n,)
        case (n, m), (k, p) if m == k:
            return (n, p)
    return None
