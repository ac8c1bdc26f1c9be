"""Now the other layer is cut off.

verdict: failed
idea: detached-elsewhere
"""

from torch import nn
from torch.nn import functional as F


class TwoStage(nn.Module):
    def __init__(self, in_features, hidden, out_features):
        super().__init__()
        self.first = nn.Linear(in_features, hidden)
        self.second = nn.Linear(hidden, out_features)
        self.seen = None

    def forward(self, x):
        h = self.first(x).relu()
        self.seen = h.detach()
        weight = self.second.weight.detach()
        return F.linear(h, weight, self.second.bias.detach())
