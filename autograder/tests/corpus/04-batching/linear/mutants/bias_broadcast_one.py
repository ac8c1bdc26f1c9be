"""A bias of one number is spread over all outputs.

verdict: partly
idea: bias-broadcasts
"""


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError("x does not fit weight")
    if bias is not None and bias.numel() not in (1, len(weight)):
        raise ValueError("bias does not fit weight")
    return x @ weight.T if bias is None else x @ weight.T + bias.reshape(-1)
