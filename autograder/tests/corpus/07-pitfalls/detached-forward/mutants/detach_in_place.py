"""detach_() works in place, on what is passed on too.

verdict: failed
idea: detached
"""

from torch import nn


class TwoStage(nn.Module):
    def __init__(self, in_features, hidden, out_features):
        super().__init__()
        self.first = nn.Linear(in_features, hidden)
        self.second = nn.Linear(hidden, out_features)
        self.seen = None

    def forward(self, x):
        h = self.first(x).relu()
        self.seen = h.detach_()
        return self.second(h)
