"""F.relu, and sizes kept as notes.

verdict: passed
"""

from torch import nn
from torch.nn import functional as F


class Net(nn.Module):
    def __init__(self, in_features, hidden):
        super().__init__()
        self.sizes = (in_features, hidden, 1)
        self.hidden = nn.Linear(in_features, hidden)
        self.out = nn.Linear(hidden, 1)

    def forward(self, x):
        return self.out(F.relu(self.hidden(x)))
