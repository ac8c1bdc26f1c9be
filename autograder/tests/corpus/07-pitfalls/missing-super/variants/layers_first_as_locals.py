"""Layers are made before and assigned after.

verdict: passed
"""

from torch import nn


class Net(nn.Module):
    def __init__(self, in_features, hidden):
        first, second = nn.Linear(in_features, hidden), nn.Linear(hidden, 1)
        super().__init__()
        self.hidden, self.out = first, second

    def forward(self, x):
        return self.out(self.hidden(x).relu())
