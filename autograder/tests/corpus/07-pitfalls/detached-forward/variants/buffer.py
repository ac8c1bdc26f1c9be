"""The record is a buffer that is not saved.

verdict: passed
"""

from torch import nn


class TwoStage(nn.Module):
    def __init__(self, in_features, hidden, out_features):
        super().__init__()
        self.first = nn.Linear(in_features, hidden)
        self.second = nn.Linear(hidden, out_features)
        self.register_buffer("seen", None, persistent=False)

    def forward(self, x):
        h = self.first(x).clamp_min(0)
        self.seen = h.detach()
        return self.second(h)
