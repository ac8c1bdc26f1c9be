"""x * matrix, and nothing else.

verdict: failed
idea: scales-columns
"""


def vecmat(x, matrix):
    return x * matrix
