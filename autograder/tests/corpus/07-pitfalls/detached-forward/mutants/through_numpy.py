"""The record goes through NumPy, and so does what is passed on.

verdict: failed
idea: detached
"""

import torch
from torch import nn


class TwoStage(nn.Module):
    def __init__(self, in_features, hidden, out_features):
        super().__init__()
        self.first = nn.Linear(in_features, hidden)
        self.second = nn.Linear(hidden, out_features)
        self.seen = None

    def forward(self, x):
        h = self.first(x).relu()
        self.seen = torch.from_numpy(h.detach().numpy())
        h = torch.tensor(self.seen.tolist(), dtype=x.dtype).reshape(h.shape)
        return self.second(h)
