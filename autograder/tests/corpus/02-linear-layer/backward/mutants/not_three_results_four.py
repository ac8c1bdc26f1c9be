"""The output gradient is handed back as a fourth result.

verdict: failed
idea: not-three-results
"""


def check_shapes(x, weight, grad_output):
    if x.dim() != 2 or weight.dim() != 2 or grad_output.dim() != 2:
        raise ValueError("expected three tensors of two dimensions")
    if x.shape[1] != weight.shape[1] or grad_output.shape != (len(x), len(weight)):
        raise ValueError("the shapes do not fit together")


def linear_backward(x, weight, grad_output):
    check_shapes(x, weight, grad_output)
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(0), grad_output
