"""The tensor is given new memory.

verdict: partly
idea: memory-replaced
"""

import torch


def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    tensor.data = torch.empty(tensor.shape, dtype=tensor.dtype).normal_(0, std, generator=generator)
    return tensor
