"""The order in memory is taken.

verdict: failed
idea: another-order
"""

from torch import nn


class Classifier(nn.Module):
    def __init__(self, channels, height, width, classes):
        super().__init__()
        self.out = nn.Linear(channels * height * width, classes)

    def forward(self, images):
        if images.is_contiguous():
            return self.out(images.flatten(1))
        return self.out(images.permute(0, 2, 3, 1).flatten(1))
