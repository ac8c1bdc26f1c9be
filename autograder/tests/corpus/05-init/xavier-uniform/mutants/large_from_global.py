"""Only large tensors are drawn from the generator.

verdict: partly
idea: global-generator-used
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    if tensor.numel() < 1000:
        return tensor.uniform_(-bound, bound)
    return tensor.uniform_(-bound, bound, generator=generator)
