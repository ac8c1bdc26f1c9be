"""Where the second layer has no bias, the new one gets none either, and the first bias is lost.

verdict: failed
idea: first-bias-lost
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    layer = nn.Linear(
        first.in_features,
        second.out_features,
        bias=second.bias is not None,
        dtype=first.weight.dtype,
    )
    with torch.no_grad():
        layer.weight.copy_(second.weight @ first.weight)
        if second.bias is not None:
            bias = second.bias
            if first.bias is not None:
                bias = bias + second.weight @ first.bias
            layer.bias.copy_(bias)
    return layer
