"""The loop runs over the first vector, and the second may be longer.

verdict: partly
idea: truncates

With a shorter second vector Python's IndexError comes up instead.
"""


def dot(u, v):
    if u.dim() != 1 or v.dim() != 1:
        raise ValueError("vectors only")
    total = u.new_zeros(())
    for i in range(len(u)):
        total = total + u[i] * v[i]
    return total
