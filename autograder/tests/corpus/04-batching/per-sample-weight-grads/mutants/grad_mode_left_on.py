"""Switches gradients on for good.

verdict: failed
idea: grad-mode-left
"""

import torch


def per_sample_weight_grads(x, grad_output):
    torch.set_grad_enabled(True)
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    return grad_output[:, :, None] * x[:, None, :]
