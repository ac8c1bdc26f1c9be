"""Only height and width are flattened.

verdict: failed
idea: not-flattened
"""

from torch import nn


class Classifier(nn.Module):
    def __init__(self, channels, height, width, classes):
        super().__init__()
        self.out = nn.Linear(height * width, classes)

    def forward(self, images):
        return self.out(images.flatten(2))
