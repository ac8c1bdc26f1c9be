"""Shapes are checked by assert, which raises AssertionError.

verdict: partly
idea: wrong-error-type

Wrong only by the rule that functions raise ValueError for shapes that do not fit.
"""


def linear_backward(x, weight, grad_output):
    assert x.dim() == weight.dim() == grad_output.dim() == 2, "two dimensions, please"
    assert grad_output.shape == (len(x), len(weight)), "grad_output does not fit"
    assert x.shape[1] == weight.shape[1], "x does not fit weight"
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(dim=0)
