"""The bias has derivative one, so its gradient is all ones.

verdict: partly
idea: grad-output-ignored
"""

import torch


def linear_backward(x, weight, grad_output):
    grad_bias = torch.ones(weight.shape[0], dtype=weight.dtype)
    return grad_output @ weight, grad_output.T @ x, grad_bias
