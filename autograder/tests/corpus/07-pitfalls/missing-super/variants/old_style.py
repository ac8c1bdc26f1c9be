"""super with both arguments.

verdict: passed
"""

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, in_features, hidden):
        super(Net, self).__init__()
        self.hidden = nn.Linear(in_features, hidden)
        self.out = nn.Linear(hidden, 1)

    def forward(self, x):
        h = torch.relu(self.hidden(x))
        return self.out(h)
