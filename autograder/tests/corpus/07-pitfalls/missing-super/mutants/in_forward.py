"""The layers are made by the first call.

verdict: failed
idea: registered-late
"""

from torch import nn


class Net(nn.Module):
    def __init__(self, in_features, hidden):
        super().__init__()
        self.sizes = in_features, hidden

    def forward(self, x):
        if not hasattr(self, "out"):
            self.hidden = nn.Linear(*self.sizes)
            self.out = nn.Linear(self.sizes[1], 1)
        return self.out(self.hidden(x).relu())
