"""It is a Sequential itself.

verdict: passed
"""

from torch import nn


class Net(nn.Sequential):
    def __init__(self, in_features, hidden):
        super().__init__(nn.Linear(in_features, hidden), nn.ReLU(), nn.Linear(hidden, 1))
