"""One unit after the other, with its bias.

verdict: passed
"""

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    out_features, in_features = layer.weight.shape
    if in_features == 0:
        if layer.bias is not None:
            layer.bias.zero_()
        return
    bound = in_features**-0.5
    for unit in range(out_features):
        layer.weight[unit].uniform_(-bound, bound, generator=generator)
        if layer.bias is not None:
            layer.bias[unit] = torch.empty(()).uniform_(-bound, bound, generator=generator)
