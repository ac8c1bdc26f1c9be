"""Forward switches gradients on, also for a caller who had switched them off.

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
        torch.set_grad_enabled(True)
        return x @ self.weight.T + self.bias
