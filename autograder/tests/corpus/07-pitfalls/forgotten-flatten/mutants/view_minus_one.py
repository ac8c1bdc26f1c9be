"""view, with the row's length left to be worked out: refused for two reasons.

verdict: error
idea: view-refused
"""

from torch import nn


class Classifier(nn.Module):
    def __init__(self, channels, height, width, classes):
        super().__init__()
        self.out = nn.Linear(channels * height * width, classes)

    def forward(self, images):
        return self.out(images.view(len(images), -1))
