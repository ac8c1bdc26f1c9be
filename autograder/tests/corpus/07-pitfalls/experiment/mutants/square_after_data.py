"""A square layer, looked at after a batch.

verdict: failed
idea: tells-nothing-apart
"""

import torch


def experiment(make_layer):
    layer = make_layer(4, 4)
    layer(torch.randn(2, 4))
    return sum(p.numel() for p in layer.parameters()), tuple(layer.weight.shape)
