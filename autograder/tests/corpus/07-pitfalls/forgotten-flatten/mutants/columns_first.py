"""Columns before rows.

verdict: failed
idea: another-order
"""

from torch import nn


class Classifier(nn.Module):
    def __init__(self, channels, height, width, classes):
        super().__init__()
        self.out = nn.Linear(channels * height * width, classes)

    def forward(self, images):
        return self.out(images.transpose(2, 3).flatten(1))
