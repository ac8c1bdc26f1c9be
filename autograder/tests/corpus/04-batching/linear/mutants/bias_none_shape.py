"""Looks at the shape of a bias that is not there.

verdict: error
idea: bias-none-mishandled
"""


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError("x does not fit weight")
    if bias.shape != weight.shape[:1]:
        raise ValueError("bias does not fit weight")
    return x @ weight.T + bias
