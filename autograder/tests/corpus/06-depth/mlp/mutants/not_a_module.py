"""A class that is no nn.Module.

verdict: failed
idea: not-a-module
"""

import torch
from torch import nn


class MLP:
    def __init__(self, sizes):
        if len(sizes) < 2:
            raise ValueError(f"at least two sizes, got {sizes}")
        self.net = nn.Sequential(*[nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])])

    def __call__(self, x):
        return self.net(x)
