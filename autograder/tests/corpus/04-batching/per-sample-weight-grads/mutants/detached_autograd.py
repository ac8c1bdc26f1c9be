"""By autograd, without a graph.

verdict: failed
idea: detached
"""

import torch


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    with torch.enable_grad():
        weight = torch.zeros(
            len(x), grad_output.shape[1], x.shape[1], dtype=x.dtype, requires_grad=True
        )
        y = (weight * x.detach()[:, None]).sum(2)
        return torch.autograd.grad(y, weight, grad_output.detach())[0]
