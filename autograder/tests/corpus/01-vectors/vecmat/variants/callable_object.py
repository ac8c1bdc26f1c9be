"""An instance with __call__ and its own error.

verdict: passed
"""


class DoesNotFit(ValueError):
    pass


class VecMat:
    def __call__(self, x, matrix):
        if x.dim() != 1 or matrix.dim() != 2 or x.numel() != matrix.size(0):
            raise DoesNotFit("x has one entry for each row")
        return sum(a * row for a, row in zip(x, matrix))


vecmat = VecMat()
