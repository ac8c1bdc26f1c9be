"""Written into __dict__ under names, past nn.Module.

verdict: failed
idea: not-registered
"""

from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.count = len(sizes) - 1
        for i in range(self.count):
            self.__dict__[f"layer{i}"] = nn.Linear(sizes[i], sizes[i + 1])

    def forward(self, x):
        for i in range(self.count):
            x = self.__dict__[f"layer{i}"](x)
            x = x.relu() if i < self.count - 1 else x
        return x
