"""One layer from the first size to the last.

verdict: failed
idea: layers-missing
"""

from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layer = nn.Linear(sizes[0], sizes[-1])

    def forward(self, x):
        return self.layer(x)
