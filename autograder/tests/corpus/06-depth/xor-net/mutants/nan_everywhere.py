"""NaN weights.

verdict: failed
"""

import torch
from torch import nn


def xor_net():
    net = nn.Sequential(nn.Linear(2, 4), nn.ReLU(), nn.Linear(4, 1))
    with torch.no_grad():
        net[2].weight.fill_(float("nan"))
    return net
