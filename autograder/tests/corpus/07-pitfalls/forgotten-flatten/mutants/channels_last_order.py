"""Channels go last before the pixels are flattened.

verdict: failed
idea: another-order
"""

from torch import nn


class Classifier(nn.Module):
    def __init__(self, channels, height, width, classes):
        super().__init__()
        self.out = nn.Linear(channels * height * width, classes)

    def forward(self, images):
        return self.out(images.permute(0, 2, 3, 1).flatten(1))
