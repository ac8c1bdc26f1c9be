"""squeeze() also drops the batch where it has one row.

verdict: failed
idea: wrong-shape
"""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        hidden, out = nn.Linear(2, 2), nn.Linear(2, 1)
        with torch.no_grad():
            hidden.weight.copy_(torch.ones(2, 2))
            hidden.bias.copy_(torch.tensor([0.0, -1.0]))
            out.weight.copy_(torch.tensor([[1.0, -2.0]]))
            out.bias.zero_()
        self.hidden, self.out = hidden, out

    def forward(self, x):
        y = self.out(torch.relu(self.hidden(x))).squeeze()
        return y.unsqueeze(-1)


def xor_net():
    return Net()
