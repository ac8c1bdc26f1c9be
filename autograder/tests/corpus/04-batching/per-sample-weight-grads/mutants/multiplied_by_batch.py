"""Multiplied by the number of samples, to undo a mean.

verdict: failed
idea: multiplied-by-batch
"""

import torch


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    return len(x) * torch.einsum("no,ni->noi", grad_output, x)
