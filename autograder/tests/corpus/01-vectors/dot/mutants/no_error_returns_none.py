"""A message is printed and None returned.

verdict: partly
idea: no-error-on-mismatch
"""


def dot(u, v):
    if u.dim() != 1 or v.dim() != 1 or len(u) != len(v):
        print("ValueError: these do not fit")
        return None
    return (u * v).sum()
