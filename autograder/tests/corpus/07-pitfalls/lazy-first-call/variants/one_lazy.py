"""Only the first layer is lazy.

verdict: passed
"""

from torch import nn


def build_and_count(hidden, out_features, sample):
    model = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.Linear(hidden, out_features))
    _ = model(sample)
    count = 0
    for parameter in model.parameters():
        count += parameter.numel()
    return model, count
