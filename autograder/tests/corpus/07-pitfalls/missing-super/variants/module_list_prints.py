"""A ModuleList; it prints.

verdict: passed
"""

from torch import nn


class Net(nn.Module):
    def __init__(self, in_features, hidden):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(in_features, hidden), nn.Linear(hidden, 1)])
        print(self)

    def forward(self, x):
        first, second = self.layers
        return second(first(x).clamp(min=0))
