"""A linear net whose answer is rounded.

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
            self.hidden.weight.fill_(0.9)
            self.hidden.bias.copy_(torch.tensor([0.1, -0.85]))
            self.out.weight.copy_(torch.tensor([[0.9, -1.8]]))
            self.out.bias.fill_(0.05)

    def forward(self, x):
        return self.out(torch.relu(self.hidden(x))).round()


def xor_net():
    return Net()
