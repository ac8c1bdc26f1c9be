"""The last layer is registered first.

verdict: passed
"""

from torch import nn


class Net(nn.Module):
    def __init__(self, in_features, hidden):
        super().__init__()
        self.out = nn.Linear(hidden, 1)
        self.hidden = nn.Linear(in_features, hidden)

    def forward(self, x):
        return self.out(self.hidden(x).relu())
