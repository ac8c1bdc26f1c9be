"""Equal sizes get one and the same layer.

verdict: failed
idea: shared-layer
"""

import torch
from torch import nn


class MLP(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        if len(sizes) < 2:
            raise ValueError(f"at least two sizes, got {sizes}")
        made, parts = {}, []
        for pair in zip(sizes, sizes[1:]):
            if pair not in made:
                made[pair] = nn.Linear(*pair)
            parts += [made[pair], nn.ReLU()]
        self.net = nn.Sequential(*parts[:-1])

    def forward(self, x):
        return self.net(x)
