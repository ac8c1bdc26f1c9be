"""grad_output is held against the shape of x, so layers with other numbers of outputs are refused.

verdict: error
idea: refuses-what-fits
"""


def linear_backward(x, weight, grad_output):
    if x.dim() != 2 or weight.dim() != 2 or grad_output.shape != x.shape:
        raise ValueError(f"x {tuple(x.shape)} and grad_output {tuple(grad_output.shape)} differ")
    if x.shape[1] != weight.shape[1] or grad_output.shape[1] != weight.shape[0]:
        raise ValueError("weight does not fit")
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(dim=0)
