"""nn.Module.__init__ called by its name.

verdict: passed
"""

from torch import nn


class Net(nn.Module):
    def __init__(self, in_features, hidden):
        nn.Module.__init__(self)
        self.hidden = nn.Linear(in_features, hidden)
        self.out = nn.Linear(hidden, 1)

    def forward(self, x):
        return self.out(self.hidden(x).relu())
