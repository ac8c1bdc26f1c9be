"""One row or one entry is stretched.

verdict: partly
idea: no-error-on-mismatch
"""


def vecmat(x, matrix):
    return (x.unsqueeze(-1) * matrix).sum(0)
