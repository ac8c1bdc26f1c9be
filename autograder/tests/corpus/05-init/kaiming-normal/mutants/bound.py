"""The bound of the uniform recipe.

verdict: failed
idea: bound-for-std
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (6 / in_features) ** 0.5
    return tensor.normal_(0, std, generator=generator)
