"""A plain class that is called.

verdict: failed
idea: not-a-module
"""

from torch import nn


class Net(object):
    def __init__(self, in_features, hidden):
        self.hidden = nn.Linear(in_features, hidden)
        self.out = nn.Linear(hidden, 1)

    def __call__(self, x):
        return self.out(self.hidden(x).relu())
