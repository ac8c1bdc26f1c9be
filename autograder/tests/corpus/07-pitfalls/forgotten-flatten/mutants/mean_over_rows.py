"""The scores of all rows of pixels are averaged.

verdict: failed
idea: part-of-the-image
"""

from torch import nn


class Classifier(nn.Module):
    def __init__(self, channels, height, width, classes):
        super().__init__()
        self.out = nn.Linear(width, classes)

    def forward(self, images):
        return self.out(images).mean(dim=(1, 2))
