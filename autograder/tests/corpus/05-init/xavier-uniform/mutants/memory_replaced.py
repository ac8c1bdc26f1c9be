"""The tensor is given new memory.

verdict: partly
idea: memory-replaced
"""

import torch


def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    tensor.data = torch.empty(tensor.shape, dtype=tensor.dtype).uniform_(
        -bound, bound, generator=generator
    )
    return tensor
