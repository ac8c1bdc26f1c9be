"""The last layer is lost by an index.

verdict: failed
idea: layers-missing
"""

from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList(
            nn.Linear(sizes[i], sizes[i + 1]) for i in range(len(sizes) - 2)
        )

    def forward(self, x):
        for layer in self.layers:
            x = layer(x).relu()
        return x
