"""The program as it was handed out.

verdict: error
idea: super-still-missing
"""

from torch import nn


class Net(nn.Module):
    def __init__(self, in_features, hidden):
        self.hidden = nn.Linear(in_features, hidden)
        self.out = nn.Linear(hidden, 1)

    def forward(self, x):
        return self.out(self.hidden(x).relu())
