"""reshape with -1 cannot guess for an empty batch.

verdict: error
idea: empty-batch-refused
"""

from torch import nn


class Classifier(nn.Module):
    def __init__(self, channels, height, width, classes):
        super().__init__()
        self.out = nn.Linear(channels * height * width, classes)

    def forward(self, images):
        return self.out(images.reshape(len(images), -1))
