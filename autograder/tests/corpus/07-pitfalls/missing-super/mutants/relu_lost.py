"""No ReLU.

verdict: failed
idea: relu-lost
"""

from torch import nn


class Net(nn.Module):
    def __init__(self, in_features, hidden):
        super().__init__()
        self.hidden = nn.Linear(in_features, hidden)
        self.out = nn.Linear(hidden, 1)

    def forward(self, x):
        return self.out(self.hidden(x))
