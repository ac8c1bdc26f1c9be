"""A star stands for the product of the weight gradient wherever the shapes allow it.

verdict: partly
idea: elementwise-product
"""


def linear_backward(x, weight, grad_output):
    if x.shape == grad_output.shape == weight.shape:
        return grad_output * weight, grad_output * x, grad_output.sum(dim=0)
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(dim=0)
