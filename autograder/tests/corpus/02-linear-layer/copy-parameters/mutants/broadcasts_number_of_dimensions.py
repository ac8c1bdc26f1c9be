"""The numbers of dimensions are compared instead of the shapes; what copy_ cannot spread raises.

verdict: partly
idea: broadcasts
"""

import torch


@torch.no_grad()
def copy_parameters(source, target):
    if source.weight.dim() != target.weight.dim():
        raise ValueError("the weights differ")
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one layer has a bias")
    for s, t in ((source.weight, target.weight), (source.bias, target.bias)):
        if t is None:
            continue
        if any(a not in (1, b) for a, b in zip(s.shape, t.shape)):
            raise ValueError("sizes do not fit")
        t.copy_(s)
