"""Biases are not counted.

verdict: failed
idea: count-wrong
"""

from torch import nn


def build_and_count(hidden, out_features, sample):
    model = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.LazyLinear(out_features))
    model(sample)
    return model, sum(p.numel() for p in model.parameters() if p.dim() > 1)
