"""Folded, and not unfolded.

verdict: failed
idea: leading-flattened
"""


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias {tuple(bias.shape)} does not fit weight {tuple(weight.shape)}")
    rows = x.reshape(x[..., 0].numel(), x.shape[-1])
    return rows @ weight.T if bias is None else rows @ weight.T + bias
