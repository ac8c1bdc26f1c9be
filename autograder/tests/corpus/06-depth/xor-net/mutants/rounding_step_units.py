"""Perceptrons: hidden units that are on or off.

verdict: failed
idea: rounding
"""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden, self.out = nn.Linear(2, 2), nn.Linear(2, 1)
        with torch.no_grad():
            self.hidden.weight.fill_(1.0)
            self.hidden.bias.copy_(torch.tensor([-0.5, -1.5]))
            self.out.weight.copy_(torch.tensor([[1.0, -1.0]]))
            self.out.bias.zero_()

    def forward(self, x):
        on = (self.hidden(x) > 0).to(x.dtype)
        return self.out(on)


def xor_net():
    return Net()
