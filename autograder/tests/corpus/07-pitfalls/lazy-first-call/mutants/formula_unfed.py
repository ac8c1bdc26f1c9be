"""The count is right by formula, and the model is not ready.

verdict: failed
idea: still-lazy
"""

from torch import nn


def build_and_count(hidden, out_features, sample):
    model = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.LazyLinear(out_features))
    n = sample.shape[1]
    return model, n * hidden + hidden + hidden * out_features + out_features
