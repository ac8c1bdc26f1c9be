"""The record is computed a second time, without gradients.

verdict: passed
"""

import torch
from torch import nn
from torch.nn import functional as F


class TwoStage(nn.Module):
    def __init__(self, in_features, hidden, out_features):
        super().__init__()
        self.first = nn.Linear(in_features, hidden)
        self.second = nn.Linear(hidden, out_features)
        self.seen = None

    def forward(self, x):
        with torch.no_grad():
            self.seen = F.relu(self.first(x))
        return self.second(F.relu(self.first(x)))
