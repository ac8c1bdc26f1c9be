"""Only the second unit is listened to.

verdict: failed
idea: another-gate
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
    with torch.no_grad():
        out.weight.copy_(torch.tensor([[0.0, 1.0]]))
    return nn.Sequential(hidden, nn.ReLU(), out)
