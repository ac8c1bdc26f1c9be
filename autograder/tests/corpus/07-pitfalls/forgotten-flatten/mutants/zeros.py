"""Weights start at zero.

verdict: failed
idea: set-by-hand
"""

from torch import nn


class Classifier(nn.Module):
    def __init__(self, channels, height, width, classes):
        super().__init__()
        self.out = nn.Linear(channels * height * width, classes)
        nn.init.zeros_(self.out.weight)

    def forward(self, images):
        return self.out(images.flatten(1))
