"""Tensors are counted.

verdict: failed
idea: count-wrong
"""

from torch import nn


def build_and_count(hidden, out_features, sample):
    model = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.LazyLinear(out_features))
    model(sample)
    return model, len(list(model.parameters()))
