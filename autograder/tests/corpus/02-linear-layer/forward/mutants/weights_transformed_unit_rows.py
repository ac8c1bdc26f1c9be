"""The rows of the weight are brought to length one before use; the stored weight is left alone.

verdict: failed
idea: weights-transformed
"""

import torch
import torch.nn.functional as F
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

    def forward(self, x):
        directions = F.normalize(self.weight, dim=1)
        return x @ directions.T + self.bias
