"""No ReLU.

verdict: failed
idea: another-model
"""

from torch import nn


def build_and_count(hidden, out_features, sample):
    model = nn.Sequential(nn.LazyLinear(hidden), nn.LazyLinear(out_features))
    model(sample)
    return model, sum(p.numel() for p in model.parameters())
