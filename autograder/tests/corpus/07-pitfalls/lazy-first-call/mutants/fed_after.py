"""The sample comes after the count.

verdict: error
idea: not-fed
"""

from torch import nn


def build_and_count(hidden, out_features, sample):
    model = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.LazyLinear(out_features))
    count = sum(p.numel() for p in model.parameters())
    model(sample)
    return model, count
