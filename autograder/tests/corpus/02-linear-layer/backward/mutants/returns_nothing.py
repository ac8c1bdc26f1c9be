"""The gradients are stored in the arguments' .grad and not returned.

verdict: failed
idea: returns-nothing
"""


def linear_backward(x, weight, grad_output):
    x.grad = (grad_output @ weight).detach()
    weight.grad = (grad_output.T @ x).detach()
