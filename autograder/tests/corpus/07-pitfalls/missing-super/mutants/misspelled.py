"""_init_ with single underscores is never called.

verdict: error
idea: init-not-run
"""

from torch import nn


class Net(nn.Module):
    def forward(self, x):
        return self.out(self.hidden(x).relu())

    def _init_(self, in_features, hidden):
        super().__init__()
        self.hidden = nn.Linear(in_features, hidden)
        self.out = nn.Linear(hidden, 1)
