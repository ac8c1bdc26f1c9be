"""object.__setattr__ does not complain.

verdict: error
idea: error-caught
"""

from torch import nn


class Net(nn.Module):
    def __init__(self, in_features, hidden):
        object.__setattr__(self, "hidden", nn.Linear(in_features, hidden))
        object.__setattr__(self, "out", nn.Linear(hidden, 1))

    def forward(self, x):
        return self.out(self.hidden(x).relu())
