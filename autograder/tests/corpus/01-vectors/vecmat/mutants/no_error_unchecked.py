"""Nothing is checked; one row or one entry is stretched.

verdict: partly
idea: shapes-unchecked
"""


def vecmat(x, matrix):
    return (x[:, None] * matrix).sum(0)
