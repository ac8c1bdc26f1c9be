"""A hook works the product out again before each call, so that the layer follows the two.

verdict: failed
idea: aliasing
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    layer = nn.Linear(first.in_features, second.out_features, dtype=first.weight.dtype)

    @torch.no_grad()
    def follow(*_):
        b1 = torch.zeros_like(first.weight[:, 0]) if first.bias is None else first.bias
        b2 = torch.zeros_like(second.weight[:, 0]) if second.bias is None else second.bias
        layer.weight.copy_(second.weight @ first.weight)
        layer.bias.copy_(second.weight @ b1 + b2)

    follow()
    layer.register_forward_pre_hook(follow)
    return layer
