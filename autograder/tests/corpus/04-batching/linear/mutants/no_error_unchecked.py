"""Broadcast and sum lets sizes of one pass.

verdict: partly
idea: no-error-on-mismatch
"""


def linear(x, weight, bias=None):
    if x.dim() < 1 or weight.dim() < 1:
        raise ValueError("no dimension")
    if x.shape[-1] != weight.shape[-1] and 1 not in (x.shape[-1], weight.shape[-1]):
        raise ValueError("x does not fit weight")
    y = (x.unsqueeze(-2) * weight).sum(-1)
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError("bias does not fit weight")
    return y if bias is None else y + bias
