"""Written into zeros of the default dtype.

verdict: failed
idea: dtype-forced
"""

import torch


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias {tuple(bias.shape)} does not fit weight {tuple(weight.shape)}")
    y = torch.zeros(*x.shape[:-1], len(weight))
    y = y + (x @ weight.T).to(y.dtype)
    return y if bias is None else y + bias.to(y.dtype)
