"""PyTorch's own error.

verdict: partly
idea: raises-for-undefined
"""

import torch


def matmul_shape(a, b):
    return tuple((torch.zeros(a) @ torch.zeros(b)).shape)
