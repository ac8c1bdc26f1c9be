"""A TypeError for shapes.

verdict: partly
idea: wrong-error-type
"""


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise TypeError("x does not fit weight")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise TypeError("bias does not fit weight")
    return x @ weight.T if bias is None else x @ weight.T + bias
