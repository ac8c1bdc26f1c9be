"""Forward clears the gradients collected so far.

verdict: failed
idea: gradients-wiped

Two backward passes before a step then count once, and a caller's .grad is gone.
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        self.zero_grad()
        return x @ self.weight.T + self.bias
