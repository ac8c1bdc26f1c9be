"""The error is caught and nothing is built.

verdict: error
idea: error-caught
"""

from torch import nn


class Net(nn.Module):
    def __init__(self, in_features, hidden):
        try:
            self.hidden = nn.Linear(in_features, hidden)
            self.out = nn.Linear(hidden, 1)
        except AttributeError:
            pass

    def forward(self, x):
        return self.out(self.hidden(x).relu())
