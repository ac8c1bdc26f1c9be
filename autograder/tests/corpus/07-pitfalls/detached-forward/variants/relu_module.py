"""ReLU is a module of its own.

verdict: passed
"""

from torch import nn


class TwoStage(nn.Module):
    def __init__(self, in_features, hidden, out_features):
        super().__init__()
        self.first = nn.Linear(in_features, hidden)
        self.second = nn.Linear(hidden, out_features)
        self.seen = None
        self.activation = nn.ReLU()

    def forward(self, x):
        h = self.activation(self.first(x))
        self.seen = h.data
        y = self.second(h)
        return y
