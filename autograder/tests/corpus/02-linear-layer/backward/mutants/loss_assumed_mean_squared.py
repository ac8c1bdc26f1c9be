"""The derivative of a mean squared loss by its outputs is put in once more.

verdict: failed
idea: loss-assumed
"""


def linear_backward(x, weight, grad_output):
    upstream = grad_output * (2 / grad_output.numel())
    return upstream @ weight, upstream.T @ x, upstream.sum(dim=0)
