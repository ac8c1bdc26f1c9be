"""A running total is not cleared between the rows.

verdict: failed
idea: rows-mixed
"""

import torch
from torch import nn


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.in_features = in_features
        self.out_features = out_features
        bound = 1 / in_features**0.5
        self.weight = nn.Parameter(torch.empty(out_features, in_features).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(out_features).uniform_(-bound, bound))

    def forward(self, x):
        single = x.dim() == 1
        rows = x.unsqueeze(0) if single else x
        total = torch.zeros_like(self.bias)
        results = []
        for row in rows:
            total = total + self.weight @ row
            results.append(total + self.bias)
        return results[0] if single else torch.stack(results)
