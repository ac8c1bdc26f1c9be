"""Sigmoids with weights so large that they are close enough.

verdict: passed
"""

import torch
from torch import nn


def xor_net():
    net = nn.Sequential(nn.Linear(2, 2), nn.Sigmoid(), nn.Linear(2, 1), nn.Sigmoid())
    with torch.no_grad():
        net[0].weight.fill_(60.0)
        net[0].bias.copy_(torch.tensor([-30.0, -90.0]))
        net[2].weight.copy_(torch.tensor([[60.0, -60.0]]))
        net[2].bias.fill_(-30.0)
    return net
