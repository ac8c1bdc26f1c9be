"""The rule of * and +.

verdict: failed
idea: elementwise-rule
"""

import torch


def matmul_shape(a, b):
    try:
        return tuple(torch.broadcast_shapes(a, b))
    except RuntimeError:
        return None
