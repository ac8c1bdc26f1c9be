"""The test itself has an error in it.

verdict: failed
idea: rejects-everything
"""

import torch


def is_correct(candidate):
    layer = candidate(3, 2)
    x = torch.randn(5, 2)
    return bool((layer(x) == x @ layer.weight.T + layer.bias).all())
