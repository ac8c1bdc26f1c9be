"""A return inside the loop.

verdict: failed
idea: one-sample-only
"""

import torch


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    for g, row in zip(grad_output, x):
        return torch.outer(g, row).unsqueeze(0)
    return grad_output[:, :, None] * x[:, None, :]
