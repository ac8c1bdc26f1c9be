"""The bias gradient is a last column of the weight gradient instead of a result of its own.

verdict: partly
idea: bias-missing
"""

import torch


def linear_backward(x, weight, grad_output):
    augmented = torch.cat([x, torch.ones_like(x[:, :1])], dim=1)
    grad = grad_output.T @ augmented
    return grad_output @ weight, grad, grad[:, -1]
