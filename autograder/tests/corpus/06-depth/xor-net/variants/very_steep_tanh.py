"""tanh with weights of a thousand.

verdict: passed
"""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden, self.out = nn.Linear(2, 2), nn.Linear(2, 1)
        with torch.no_grad():
            self.hidden.weight.fill_(1000.0)
            self.hidden.bias.copy_(torch.tensor([-500.0, -1500.0]))
            self.out.weight.copy_(torch.tensor([[0.5, -0.5]]))
            self.out.bias.zero_()

    def forward(self, x):
        return self.out(self.hidden(x).tanh())


def xor_net():
    return Net()
