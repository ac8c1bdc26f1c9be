"""Tries both ways round, the wrong one first.

verdict: failed
idea: weight-not-transposed
"""


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias {tuple(bias.shape)} does not fit weight {tuple(weight.shape)}")
    try:
        y = x @ weight
    except RuntimeError:
        y = x @ weight.T
    return y if bias is None else y + bias
