"""Plain tensors are assigned where nn.Module wants Parameters.

verdict: error
idea: parameter-needed
"""

import torch
from torch import nn


def xor_net():
    net = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1))
    net[0].weight = torch.ones(2, 2)
    net[0].bias = torch.tensor([0.0, -1.0])
    net[2].weight = torch.tensor([[1.0, -2.0]])
    net[2].bias = torch.zeros(1)
    return net
