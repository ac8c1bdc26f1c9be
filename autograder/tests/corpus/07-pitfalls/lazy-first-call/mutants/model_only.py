"""Only the model is returned.

verdict: failed
idea: not-two-results
"""

from torch import nn


def build_and_count(hidden, out_features, sample):
    model = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.LazyLinear(out_features))
    model(sample)
    return model
