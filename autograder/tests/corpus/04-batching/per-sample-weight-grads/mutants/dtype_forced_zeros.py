"""Filled into zeros of the default dtype.

verdict: failed
idea: dtype-forced
"""

import torch


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    result = torch.zeros(len(x), grad_output.shape[1], x.shape[1])
    result[:] = grad_output[:, :, None] * x[:, None, :]
    return result
