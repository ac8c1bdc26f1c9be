"""One unit for a - b, one for b - a, without any bias.

verdict: passed
"""

import torch
from torch import nn


def xor_net():
    net = nn.Sequential(nn.Linear(2, 2, bias=False), nn.ReLU(), nn.Linear(2, 1, bias=False))
    net[0].weight.data = torch.tensor([[1.0, -1.0], [-1.0, 1.0]])
    net[2].weight.data = torch.tensor([[1.0, 1.0]])
    return net
