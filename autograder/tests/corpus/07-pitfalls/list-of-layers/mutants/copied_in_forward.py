"""forward works on values taken from the registered layers when the model was built.

verdict: failed
idea: not-the-ones-used
"""

from torch import nn
from torch.nn import functional as F


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))
        self.kept = [
            (layer.weight.detach().clone(), layer.bias.detach().clone()) for layer in self.layers
        ]

    def forward(self, x):
        for weight, bias in self.kept[:-1]:
            x = F.linear(x, weight, bias).relu()
        return F.linear(x, *self.kept[-1])
