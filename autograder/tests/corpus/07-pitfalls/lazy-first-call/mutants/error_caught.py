"""The error is caught, and the count is 0.

verdict: failed
idea: still-lazy
"""

from torch import nn


def build_and_count(hidden, out_features, sample):
    model = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.LazyLinear(out_features))
    try:
        count = sum(p.numel() for p in model.parameters())
    except ValueError:
        count = 0
    return model, count
