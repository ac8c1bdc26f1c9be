"""nn.ModuleDict, walked in its order.

verdict: passed
"""

from torch import nn
from torch.nn import functional as F


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.blocks = nn.ModuleDict()
        for i, (a, b) in enumerate(zip(sizes, sizes[1:])):
            self.blocks[str(i)] = nn.Linear(a, b)

    def forward(self, x):
        last = len(self.blocks) - 1
        for i, layer in enumerate(self.blocks.values()):
            x = layer(x) if i == last else F.relu(layer(x))
        return x
