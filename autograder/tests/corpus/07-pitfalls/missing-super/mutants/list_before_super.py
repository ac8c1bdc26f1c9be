"""The layers are in a list, which may come before super().

verdict: failed
idea: nothing-registered
"""

from torch import nn


class Net(nn.Module):
    def __init__(self, in_features, hidden):
        super().__init__()
        self.layers = [nn.Linear(in_features, hidden), nn.Linear(hidden, 1)]

    def forward(self, x):
        return self.layers[1](self.layers[0](x).relu())
