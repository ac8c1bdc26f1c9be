"""A lambda on expanded tensors.

verdict: passed
"""


def check(x, matrix):
    if not (x.ndim == 1 and matrix.ndim == 2 and x.size(0) == matrix.size(0)):
        raise ValueError("no product")
    return True


vecmat = lambda x, matrix: check(x, matrix) and (x.view(-1, 1).expand_as(matrix) * matrix).sum(-2)
