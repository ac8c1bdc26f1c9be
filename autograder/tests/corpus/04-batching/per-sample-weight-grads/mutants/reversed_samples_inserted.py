"""Every result is put at the front of the list.

verdict: failed
idea: samples-reordered
"""

import torch


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    grads = []
    for g, row in zip(grad_output, x):
        grads.insert(0, torch.outer(g, row))
    return torch.stack(grads) if grads else grad_output[:, :, None] * x[:, None, :]
