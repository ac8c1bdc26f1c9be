"""initialize_parameters of each layer.

verdict: passed
"""

from torch import nn


def build_and_count(hidden, out_features, sample):
    model = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.LazyLinear(out_features))
    first, relu, last = model
    h = relu(first(sample))
    last(h)
    return model, sum(p.numel() for p in model.parameters())
