"""Shapes that do not fit end in whatever torch raises, which is a RuntimeError.

verdict: failed
idea: wrong-error-type

Wrong only by the rule that functions raise ValueError for shapes that do not fit.
"""


def linear_backward(x, weight, grad_output):
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(dim=0)
