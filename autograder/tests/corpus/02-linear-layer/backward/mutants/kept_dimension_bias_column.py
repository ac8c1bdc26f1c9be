"""The bias gradient is a product with a column of ones, (out, 1).

verdict: partly
idea: kept-dimension-bias
"""

import torch


def linear_backward(x, weight, grad_output):
    ones = torch.ones(len(x), 1, dtype=x.dtype)
    return grad_output @ weight, grad_output.T @ x, grad_output.T @ ones
