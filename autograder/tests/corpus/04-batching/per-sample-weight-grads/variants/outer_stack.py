"""outer for each sample, and an empty batch by itself.

verdict: passed
"""

import torch


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    if len(x) == 0:
        return grad_output.new_zeros(0, grad_output.shape[1], x.shape[1])
    return torch.stack([torch.outer(g, row) for row, g in zip(x, grad_output)])
