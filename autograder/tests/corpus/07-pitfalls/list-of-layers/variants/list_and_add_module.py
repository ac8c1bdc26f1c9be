"""The list stays, and add_module registers what is in it.

verdict: passed
"""

from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        layers = [nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])]
        for i, layer in enumerate(layers):
            self.add_module(f"layer{i}", layer)
        self.order = [f"layer{i}" for i in range(len(layers))]

    def forward(self, x):
        for name in self.order[:-1]:
            x = self.get_submodule(name)(x).clamp(min=0)
        return self.get_submodule(self.order[-1])(x)
