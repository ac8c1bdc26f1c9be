"""The class is called with x instead of a layer.

verdict: failed
idea: rejects-everything
"""

import torch


def is_correct(candidate):
    try:
        y = candidate(torch.randn(5, 3))
        return y.shape == (5, 2)
    except Exception:
        return False
