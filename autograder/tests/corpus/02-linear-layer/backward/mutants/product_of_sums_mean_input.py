"""Every sample's gradient meets the batch's mean input.

verdict: partly
idea: product-of-sums
"""


def linear_backward(x, weight, grad_output):
    mean = x.mean(dim=0, keepdim=True).expand_as(x)
    return grad_output @ weight, grad_output.T @ mean, grad_output.sum(dim=0)
