"""A class of its own.

verdict: passed
"""

from torch import nn


class _Model(nn.Module):
    def __init__(self, hidden, out_features):
        super().__init__()
        self.hidden = nn.LazyLinear(hidden)
        self.out = nn.LazyLinear(out_features)

    def forward(self, x):
        return self.out(self.hidden(x).relu())


def build_and_count(hidden, out_features, sample):
    model = _Model(hidden, out_features)
    model(sample)
    print(model)
    return model, sum(p.numel() for p in model.parameters())
