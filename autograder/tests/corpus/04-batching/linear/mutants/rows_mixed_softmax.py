"""A softmax over the rows.

verdict: failed
idea: rows-mixed
"""


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias {tuple(bias.shape)} does not fit weight {tuple(weight.shape)}")
    y = x @ weight.T if bias is None else x @ weight.T + bias
    return y.softmax(0) if y.dim() > 1 and len(y) > 1 else y
