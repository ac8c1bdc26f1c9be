"""The inputs are moved to -1 and 1 in place.

verdict: failed
idea: input-mutated
"""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden, self.out = nn.Linear(2, 2), nn.Linear(2, 1)
        with torch.no_grad():
            self.hidden.weight.fill_(0.5)
            self.hidden.bias.copy_(torch.tensor([1.0, 0.0]))
            self.out.weight.copy_(torch.tensor([[1.0, -2.0]]))
            self.out.bias.zero_()

    def forward(self, x):
        x.data.mul_(2).sub_(1)
        return self.out(torch.relu(self.hidden(x)))


def xor_net():
    return Net()
