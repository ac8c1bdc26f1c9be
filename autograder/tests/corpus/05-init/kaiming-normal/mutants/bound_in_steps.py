"""The root of three, which belongs to the uniform recipe.

verdict: failed
idea: bound-for-std
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    bound = 3**0.5 * std
    return tensor.normal_(0, bound, generator=generator)
