"""Takes apart the untyped storage.

verdict: failed
idea: memory-order-read
"""

import torch


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias {tuple(bias.shape)} does not fit weight {tuple(weight.shape)}")
    if x.dim() > 1 and x.numel() and not x.requires_grad:
        x = torch.as_strided(x, (x.numel(),), (1,)).reshape(x.shape)
    return x @ weight.T if bias is None else x @ weight.T + bias
