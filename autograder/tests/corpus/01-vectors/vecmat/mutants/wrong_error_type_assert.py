"""assert.

verdict: partly
idea: wrong-error-type
"""


def vecmat(x, matrix):
    assert x.dim() == 1 and matrix.dim() == 2
    assert x.shape[0] == matrix.shape[0]
    return (x[:, None] * matrix).sum(0)
