"""Only x and weight are looked at.

verdict: partly
idea: bias-broadcasts
"""


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError("x does not fit weight")
    try:
        return x @ weight.T if bias is None else x @ weight.T + bias
    except RuntimeError as error:
        raise ValueError("bias does not fit") from error
