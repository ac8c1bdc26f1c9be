"""requires_grad_() makes a new beginning, and no way back.

verdict: failed
idea: requires-grad-is-no-way-back
"""

from torch import nn


class TwoStage(nn.Module):
    def __init__(self, in_features, hidden, out_features):
        super().__init__()
        self.first = nn.Linear(in_features, hidden)
        self.second = nn.Linear(hidden, out_features)
        self.seen = None

    def forward(self, x):
        h = self.first(x).relu().detach().requires_grad_()
        self.seen = h.detach()
        return self.second(h)
