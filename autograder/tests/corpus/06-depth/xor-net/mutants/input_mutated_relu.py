"""An in-place ReLU works on the input itself when that is shifted in place first.

verdict: failed
idea: input-mutated
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
        with torch.no_grad():
            hidden.bias.sub_(1.0)

    def forward(self, x):
        with torch.no_grad():
            x += 0.5
        return self.out(torch.relu(self.hidden(x)))


def xor_net():
    return Net()
