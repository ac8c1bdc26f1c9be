"""Sigmoids with small weights: near 0 and 1, not within 0.00001.

verdict: failed
idea: not-close-enough
"""

import torch
from torch import nn


def xor_net():
    hidden, out = nn.Linear(2, 2), nn.Linear(2, 1)
    with torch.no_grad():
        hidden.weight.fill_(10.0)
        hidden.bias.copy_(torch.tensor([-5.0, -15.0]))
        out.weight.copy_(torch.tensor([[10.0, -10.0]]))
        out.bias.fill_(-5.0)
    return nn.Sequential(hidden, nn.Sigmoid(), out, nn.Sigmoid())
