"""super().__init__() is forgotten.

verdict: error
idea: missing-super
"""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        self.hidden, self.out = nn.Linear(2, 2), nn.Linear(2, 1)

    def forward(self, x):
        return self.out(torch.relu(self.hidden(x)))


def xor_net():
    return Net()
