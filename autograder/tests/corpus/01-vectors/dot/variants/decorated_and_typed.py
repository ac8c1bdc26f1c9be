"""A decorator checks the shapes; types are annotated.

verdict: passed
"""

import functools

from torch import Tensor


class ShapeError(ValueError):
    pass


def same_shape(function):
    @functools.wraps(function)
    def wrapper(u: Tensor, v: Tensor) -> Tensor:
        if not (u.dim() == v.dim() == 1 and u.shape == v.shape):
            raise ShapeError("shapes differ")
        return function(u, v)

    return wrapper


@same_shape
def dot(u: Tensor, v: Tensor) -> Tensor:
    return (u * v).sum()
