"""Each row of the gradient of x is the batch's mean.

verdict: partly
idea: grad-x-summed
"""


def linear_backward(x, weight, grad_output):
    grad_x = (grad_output.mean(dim=0, keepdim=True) @ weight).expand_as(x).clone()
    return grad_x, grad_output.T @ x, grad_output.sum(dim=0)
