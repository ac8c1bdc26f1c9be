"""Needs a dimension in front of the last.

verdict: error
idea: vector-not-taken
"""


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias {tuple(bias.shape)} does not fit weight {tuple(weight.shape)}")
    rows = x.flatten(0, -2)
    y = rows @ weight.T if bias is None else rows @ weight.T + bias
    return y.reshape(x.shape[0], *x.shape[1:-1], len(weight))
