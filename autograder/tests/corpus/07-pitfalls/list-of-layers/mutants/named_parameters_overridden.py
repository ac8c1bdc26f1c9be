"""named_parameters() goes through the list, and so parameters() does; the state_dict stays empty.

verdict: failed
idea: symptom-hidden
"""

from torch import nn


class Stack(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = [nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])]

    def named_parameters(self, prefix="", recurse=True, remove_duplicate=True):
        for i, layer in enumerate(self.layers):
            yield f"{i}.weight", layer.weight
            yield f"{i}.bias", layer.bias

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = layer(x).relu()
        return self.layers[-1](x)
