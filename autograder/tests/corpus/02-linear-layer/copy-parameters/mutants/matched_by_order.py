"""The parameters are paired in the order they were registered, which may be bias first.

verdict: error
idea: matched-by-order

Two layers that fit are then refused, because a weight is held against a bias.
"""

import torch


def copy_parameters(source, target):
    pairs = list(zip(source.parameters(), target.parameters()))
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one layer has a bias")
    if any(s.shape != t.shape for s, t in pairs):
        raise ValueError("the shapes differ")
    with torch.no_grad():
        for s, t in pairs:
            t.copy_(s)
