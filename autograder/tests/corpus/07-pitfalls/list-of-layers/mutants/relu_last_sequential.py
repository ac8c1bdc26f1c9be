"""A Sequential of pairs.

verdict: failed
idea: relu-after-the-last
"""

from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        parts = []
        for a, b in zip(sizes, sizes[1:]):
            parts.append(nn.Linear(a, b))
            parts.append(nn.ReLU())
        self.net = nn.Sequential(*parts)

    def forward(self, x):
        return self.net(x)
