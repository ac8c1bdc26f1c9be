"""A running total in a loop.

verdict: failed
idea: accumulated
"""

import torch


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    total, grads = 0, []
    for g, row in zip(grad_output, x):
        total = total + torch.outer(g, row)
        grads.append(total)
    return torch.stack(grads) if grads else grad_output[:, :, None] * x[:, None, :]
