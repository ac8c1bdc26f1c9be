"""The weight gradient is averaged over the batch, the bias gradient is summed.

verdict: partly
idea: mean-for-sum
"""

import torch


def linear_backward(x, weight, grad_output):
    grad_weight = torch.einsum("no,ni->noi", grad_output, x).mean(0)
    return grad_output @ weight, grad_weight, grad_output.sum(0)
