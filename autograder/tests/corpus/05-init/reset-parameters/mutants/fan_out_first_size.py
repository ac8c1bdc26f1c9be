"""The first size of the weight is taken for the inputs.

verdict: failed
idea: fan-out
"""

import torch


def reset_parameters(layer, generator=None):
    in_features, out_features = layer.weight.shape
    bound = 1 / in_features**0.5 if in_features else 0.0
    torch.nn.init.uniform_(layer.weight, -bound, bound, generator=generator)
    if layer.bias is not None:
        torch.nn.init.uniform_(layer.bias, -bound, bound, generator=generator)
