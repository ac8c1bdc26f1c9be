"""Weight and bias are registered as buffers: saved with the layer, but no optimizer sees them.

verdict: failed
idea: plain-tensor
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.register_buffer("weight", torch.randn(out_features, in_features))
        self.register_buffer("bias", torch.randn(out_features))

    def forward(self, x):
        return x @ self.weight.T + self.bias
