"""A tensor that holds a bool.

verdict: failed
idea: not-a-bool
"""

import torch


def is_correct(candidate):
    layer, x = candidate(3, 2), torch.randn(5, 3)
    return (layer(x) - (x @ layer.weight.T + layer.bias)).abs().max() < 1e-5
