"""The parameters sit in a ParameterDict, so their names are params.weight and params.bias.

verdict: failed
idea: state-renamed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.params = nn.ParameterDict(
            {
                "weight": nn.Parameter(torch.randn(out_features, in_features)),
                "bias": nn.Parameter(torch.randn(out_features)),
            }
        )

    def forward(self, x):
        return x @ self.params["weight"].T + self.params["bias"]
