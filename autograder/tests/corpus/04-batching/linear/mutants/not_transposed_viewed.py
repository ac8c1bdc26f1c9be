"""The same with view.

verdict: failed
idea: weight-reshaped
"""

import torch


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias {tuple(bias.shape)} does not fit weight {tuple(weight.shape)}")
    turned = weight.contiguous().view(weight.size(1), -1)
    return torch.matmul(x, turned) + (0 if bias is None else bias)
