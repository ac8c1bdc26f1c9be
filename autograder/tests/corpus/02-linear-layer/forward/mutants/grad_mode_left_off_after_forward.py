"""Forward leaves gradients switched off after its first call.

verdict: failed
idea: grad-mode-left
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        y = x @ self.weight.T + self.bias
        torch.set_grad_enabled(False)
        return y
