"""super() is called, and the layers are still written past it.

verdict: failed
idea: nothing-registered
"""

from torch import nn


class Net(nn.Module):
    def __init__(self, in_features, hidden):
        super().__init__()
        self.__dict__["hidden"] = nn.Linear(in_features, hidden)
        self.__dict__["out"] = nn.Linear(hidden, 1)

    def forward(self, x):
        return self.out(self.hidden(x).relu())
