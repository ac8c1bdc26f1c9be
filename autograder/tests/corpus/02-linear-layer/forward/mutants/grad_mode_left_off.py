"""Gradients are switched off to fill the parameters, and never on again.

verdict: failed
idea: grad-mode-left
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(out_features, in_features))
        self.bias = nn.Parameter(torch.empty(out_features))
        torch.set_grad_enabled(False)
        self.weight.uniform_(-1, 1)
        self.bias.uniform_(-1, 1)

    def forward(self, x):
        return x @ self.weight.T + self.bias
