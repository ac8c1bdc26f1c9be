"""The gradient goes past ReLU.

verdict: failed
idea: value-without-gradient
"""

from torch import nn


class TwoStage(nn.Module):
    def __init__(self, in_features, hidden, out_features):
        super().__init__()
        self.first = nn.Linear(in_features, hidden)
        self.second = nn.Linear(hidden, out_features)
        self.seen = None

    def forward(self, x):
        h = self.first(x)
        self.seen = h.relu().detach()
        return self.second(h + (self.seen - h).detach())
