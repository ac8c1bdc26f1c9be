"""Frozen while it is fed, and left so.

verdict: failed
idea: not-trainable
"""

from torch import nn


def build_and_count(hidden, out_features, sample):
    model = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.LazyLinear(out_features))
    model(sample)
    model.requires_grad_(False)
    return model, sum(p.numel() for p in model.parameters())
