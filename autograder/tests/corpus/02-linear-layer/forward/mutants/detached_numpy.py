"""The product is made by NumPy.

verdict: failed
idea: detached
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        y = x.detach().numpy() @ self.weight.detach().numpy().T + self.bias.detach().numpy()
        return torch.from_numpy(y)
