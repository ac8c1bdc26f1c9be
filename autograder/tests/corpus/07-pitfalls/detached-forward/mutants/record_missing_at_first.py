"""Right after the first call, and without the attribute before it.

verdict: failed
idea: record-missing-at-first
"""

from torch import nn


class TwoStage(nn.Module):
    def __init__(self, in_features, hidden, out_features):
        super().__init__()
        self.first = nn.Linear(in_features, hidden)
        self.second = nn.Linear(hidden, out_features)

    def forward(self, x):
        h = self.first(x).relu()
        self.seen = h.detach()
        return self.second(h)
