"""clone() copies numbers and stays on the graph.

verdict: failed
idea: record-keeps-graph
"""

from torch import nn


class TwoStage(nn.Module):
    def __init__(self, in_features, hidden, out_features):
        super().__init__()
        self.first = nn.Linear(in_features, hidden)
        self.second = nn.Linear(hidden, out_features)
        self.seen = None

    def forward(self, x):
        h = self.first(x).relu()
        self.seen = h.clone()
        return self.second(h)
