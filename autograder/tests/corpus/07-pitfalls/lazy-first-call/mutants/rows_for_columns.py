"""The number of rows is taken for the number of features.

verdict: failed
idea: rows-for-features
"""

from torch import nn


def build_and_count(hidden, out_features, sample):
    model = nn.Sequential(
        nn.Linear(len(sample), hidden), nn.ReLU(), nn.Linear(hidden, out_features)
    )
    return model, sum(p.numel() for p in model.parameters())
