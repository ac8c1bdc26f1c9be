"""The attributes are written past nn.Module, into __dict__.

verdict: error
idea: error-caught
"""

from torch import nn


class Net(nn.Module):
    def __init__(self, in_features, hidden):
        self.__dict__["hidden"] = nn.Linear(in_features, hidden)
        self.__dict__["out"] = nn.Linear(hidden, 1)

    def forward(self, x):
        return self.out(self.hidden(x).relu())
