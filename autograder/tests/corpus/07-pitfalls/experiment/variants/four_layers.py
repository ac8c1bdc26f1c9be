"""A layer for each article.

verdict: passed
"""

import torch


def experiment(make_layer):
    result = {}
    result["before"] = sum(p.numel() for p in make_layer(3, 2).parameters())
    weight = getattr(make_layer(3, 2), "weight", None)
    result["shape"] = None if weight is None else list(weight.shape)
    layer = make_layer(3, 2)
    layer(torch.randn(0, 3))
    result["after"] = sum(p.numel() for p in layer.parameters())
    layer = make_layer(400, 50)
    layer(torch.randn(1, 400))
    result["small"] = bool(layer.weight.detach().abs().max() < 0.07)
    return result
