"""grad_output is transposed in place and left that way.

verdict: failed
idea: input-mutated
"""


def linear_backward(x, weight, grad_output):
    grad_x = grad_output @ weight
    grad_bias = grad_output.sum(dim=0)
    return grad_x, grad_output.t_() @ x, grad_bias
