"""The layer's answer comes back in the place of the gradient of x.

verdict: partly
idea: forward-returned
"""


def linear_backward(x, weight, grad_output):
    y = x @ weight.T
    return y, grad_output.T @ x, grad_output.sum(dim=0)
