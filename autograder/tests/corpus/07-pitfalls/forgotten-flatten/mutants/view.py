"""view refuses what lies in memory in another order.

verdict: error
idea: view-refused
"""

from torch import nn


class Classifier(nn.Module):
    def __init__(self, channels, height, width, classes):
        super().__init__()
        self.out = nn.Linear(channels * height * width, classes)

    def forward(self, images):
        return self.out(images.view(len(images), self.out.in_features))
