"""A softmax over a single output: always 1.

verdict: failed
idea: softmax-of-one
"""

import torch
from torch import nn


def xor_net():
    hidden, out = nn.Linear(2, 2), nn.Linear(2, 1)
    with torch.no_grad():
        hidden.weight.copy_(torch.ones(2, 2))
        hidden.bias.copy_(torch.tensor([0.0, -1.0]))
        out.weight.copy_(torch.tensor([[1.0, -2.0]]))
        out.bias.zero_()
    return nn.Sequential(hidden, nn.ReLU(), out, nn.Softmax(dim=1))
