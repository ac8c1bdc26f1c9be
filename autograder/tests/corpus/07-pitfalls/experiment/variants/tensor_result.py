"""A tensor of counts and sizes.

verdict: passed
"""

import torch


def experiment(make_layer):
    layer = make_layer(50, 20)
    numbers = [sum(p.numel() for p in layer.parameters())]
    layer(torch.randn(2, 50))
    numbers += list(layer.weight.shape)
    fresh = make_layer(2500, 30)
    fresh(torch.randn(1, 2500))
    numbers.append(int((fresh.weight.abs() > 0.025).any()))
    emptied = make_layer(50, 20)
    emptied(torch.randn(0, 50))
    numbers.append(len(list(emptied.parameters())))
    return torch.tensor(numbers)
