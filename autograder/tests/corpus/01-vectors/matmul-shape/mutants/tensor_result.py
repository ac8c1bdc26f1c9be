"""A tensor of that shape.

verdict: failed
idea: not-a-tuple
"""

import torch


def matmul_shape(a, b):
    return torch.zeros(a[:-1] + b[1:]) if a[-1] == b[0] else None
