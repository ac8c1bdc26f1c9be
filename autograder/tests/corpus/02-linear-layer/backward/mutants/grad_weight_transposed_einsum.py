"""The einsum's letters come out in the order in, out.

verdict: partly
idea: grad-weight-transposed
"""

import torch


def linear_backward(x, weight, grad_output):
    grad_x = torch.einsum("no,oi->ni", grad_output, weight)
    grad_weight = torch.einsum("ni,no->io", x, grad_output)
    return grad_x, grad_weight, torch.einsum("no->o", grad_output)
