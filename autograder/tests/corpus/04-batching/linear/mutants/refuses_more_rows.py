"""Compares the number of rows with the number of outputs.

verdict: error
idea: refuses-what-fits
"""


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias {tuple(bias.shape)} does not fit weight {tuple(weight.shape)}")
    if x.dim() == 2 and len(x) != len(weight):
        raise ValueError("x and weight need as many rows")
    return x @ weight.T if bias is None else x @ weight.T + bias
