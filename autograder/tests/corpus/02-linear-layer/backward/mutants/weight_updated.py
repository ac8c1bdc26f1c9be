"""The weight makes its step right here.

verdict: failed
idea: input-mutated
"""


def linear_backward(x, weight, grad_output):
    grad_x = grad_output @ weight
    grad_weight = grad_output.T @ x
    weight.data -= 0.1 * grad_weight.detach()
    return grad_x, grad_weight, grad_output.sum(dim=0)
