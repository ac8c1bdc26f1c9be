"""The base class is taken away.

verdict: failed
idea: not-a-module
"""

from torch import nn


class Net:
    def __init__(self, in_features, hidden):
        self.hidden = nn.Linear(in_features, hidden)
        self.out = nn.Linear(hidden, 1)

    def forward(self, x):
        return self.out(self.hidden(x).relu())

    def __call__(self, x):
        return self.forward(x)

    def parameters(self):
        yield from self.hidden.parameters()
        yield from self.out.parameters()
