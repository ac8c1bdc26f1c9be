"""The gradient is cleared after use.

verdict: failed
idea: input-mutated
"""

import torch


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    result = grad_output[:, :, None] * x[:, None, :]
    with torch.no_grad():
        grad_output.zero_()
    return result
