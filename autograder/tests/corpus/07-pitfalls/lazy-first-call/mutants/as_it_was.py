"""The program as it was handed out.

verdict: error
idea: not-fed
"""

from torch import nn


def build_and_count(hidden, out_features, sample):
    model = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.LazyLinear(out_features))
    return model, sum(p.numel() for p in model.parameters())
