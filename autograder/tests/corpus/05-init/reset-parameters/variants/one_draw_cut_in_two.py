"""All numbers are drawn at once and cut into weight and bias.

verdict: passed
"""

import torch


def reset_parameters(layer, generator=None):
    weight, bias = layer.weight, layer.bias
    count = weight.numel() + (0 if bias is None else bias.numel())
    bound = weight.shape[1] ** -0.5 if weight.shape[1] else 0.0
    numbers = torch.empty(count, dtype=weight.dtype).uniform_(-bound, bound, generator=generator)
    with torch.no_grad():
        weight.copy_(numbers[: weight.numel()].view(weight.shape))
        if bias is not None:
            bias.copy_(numbers[weight.numel() :])
