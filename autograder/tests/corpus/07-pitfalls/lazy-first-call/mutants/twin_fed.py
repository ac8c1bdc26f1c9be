"""Another model is fed and counted.

verdict: failed
idea: still-lazy
"""

import copy

from torch import nn


def build_and_count(hidden, out_features, sample):
    model = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.LazyLinear(out_features))
    twin = copy.deepcopy(model)
    twin(sample)
    return model, sum(p.numel() for p in twin.parameters())
