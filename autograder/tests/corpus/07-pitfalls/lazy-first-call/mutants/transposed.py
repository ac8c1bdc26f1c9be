"""The sample is fed the wrong way round.

verdict: failed
idea: rows-for-features
"""

from torch import nn


def build_and_count(hidden, out_features, sample):
    model = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.LazyLinear(out_features))
    model(sample.T)
    return model, sum(p.numel() for p in model.parameters())
