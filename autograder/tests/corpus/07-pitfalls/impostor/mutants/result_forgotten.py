"""Compared, and the comparison thrown away.

verdict: failed
idea: accepts-everything
"""

import torch


def is_correct(candidate):
    layer = candidate(3, 2)
    x = torch.randn(5, 3)
    torch.allclose(x, x)
    return True
