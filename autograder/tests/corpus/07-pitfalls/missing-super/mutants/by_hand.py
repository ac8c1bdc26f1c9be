"""Weights are set to one.

verdict: failed
idea: set-by-hand
"""

from torch import nn


class Net(nn.Module):
    def __init__(self, in_features, hidden):
        super().__init__()
        self.hidden = nn.Linear(in_features, hidden)
        self.out = nn.Linear(hidden, 1)
        nn.init.ones_(self.hidden.weight)
        nn.init.ones_(self.out.weight)

    def forward(self, x):
        return self.out(self.hidden(x).relu())
