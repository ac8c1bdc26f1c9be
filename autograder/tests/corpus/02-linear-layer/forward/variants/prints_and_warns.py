"""The layer prints, warns and logs to stderr on the way.

verdict: passed
"""

import logging
import sys
import warnings

import torch
from torch import nn

log = logging.getLogger("my-layer")
log.addHandler(logging.StreamHandler(sys.stderr))


class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.randn(out_features))

        print("made a layer", in_features, "->", out_features)

    def forward(self, x):
        print("x:", x, file=sys.stderr)
        warnings.warn(f"got {tuple(x.shape)}", UserWarning, stacklevel=2)
        log.warning("weight %s", tuple(self.weight.shape))
        y = x @ self.weight.T + self.bias
        print(f"y: {y}")
        return y
