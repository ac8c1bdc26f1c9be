"""The output for a random input.

verdict: failed
idea: differs-by-chance
"""

import torch


def experiment(make_layer):
    layer = make_layer(3, 2)
    return layer(torch.randn(1, 3)).sum().item()
