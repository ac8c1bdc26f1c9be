"""A batch of one row is refused.

verdict: error
idea: refuses-what-fits
"""


def linear_backward(x, weight, grad_output):
    if not x.dim() == weight.dim() == grad_output.dim() == 2 or len(x) < 2:
        raise ValueError("a batch of several rows is needed")
    if x.shape[1] != weight.shape[1] or grad_output.shape != (len(x), len(weight)):
        raise ValueError("the shapes do not fit")
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(dim=0)
