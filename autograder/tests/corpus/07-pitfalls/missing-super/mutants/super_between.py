"""super().__init__() comes between the layers.

verdict: error
idea: super-still-missing
"""

from torch import nn


class Net(nn.Module):
    def __init__(self, in_features, hidden):
        self.hidden = nn.Linear(in_features, hidden)
        super().__init__()
        self.out = nn.Linear(hidden, 1)

    def forward(self, x):
        return self.out(self.hidden(x).relu())
