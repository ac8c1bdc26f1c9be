"""torch.flatten from dimension 1 on.

verdict: passed
"""

import torch
from torch import nn


class Classifier(nn.Module):
    def __init__(self, channels, height, width, classes):
        super().__init__()
        self.out = nn.Linear(channels * height * width, classes)

    def forward(self, images):
        x = torch.flatten(images, start_dim=1)
        return self.out(x)
