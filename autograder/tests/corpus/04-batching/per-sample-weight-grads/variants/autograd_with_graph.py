"""autograd for each sample, with the graph kept.

verdict: passed
"""

import torch


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    n, inputs, outputs = len(x), x.shape[1], grad_output.shape[1]
    with torch.enable_grad():
        weight = torch.zeros(n, outputs, inputs, dtype=x.dtype, requires_grad=True)
        y = (weight * x.unsqueeze(1)).sum(2)
        (grads,) = torch.autograd.grad((y * grad_output).sum(), weight, create_graph=True)
    return grads
