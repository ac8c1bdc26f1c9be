"""The first layer's weights are set to a fixed value.

verdict: failed
idea: set-by-hand
"""

from torch import nn


class TwoStage(nn.Module):
    def __init__(self, in_features, hidden, out_features):
        super().__init__()
        self.first = nn.Linear(in_features, hidden)
        self.second = nn.Linear(hidden, out_features)
        self.seen = None
        nn.init.constant_(self.first.weight, 0.5)

    def forward(self, x):
        h = self.first(x).relu()
        self.seen = h.detach()
        return self.second(h)
