"""Parameters without a size are passed over.

verdict: failed
idea: still-lazy
"""

from torch import nn


def build_and_count(hidden, out_features, sample):
    model = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.LazyLinear(out_features))
    sized = [p for p in model.parameters() if not nn.parameter.is_lazy(p)]
    return model, sum(p.numel() for p in sized)
