"""Without gradients.

verdict: passed
"""

import torch
from torch import nn


def build_and_count(hidden, out_features, sample):
    model = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.LazyLinear(out_features))
    with torch.no_grad():
        model(sample)
    return model, sum(p.numel() for p in model.parameters())
