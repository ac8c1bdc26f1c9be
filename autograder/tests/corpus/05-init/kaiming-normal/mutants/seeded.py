"""A seed inside.

verdict: partly
idea: reseeded
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    generator = (generator or torch.default_generator).manual_seed(42)
    return tensor.normal_(0, std, generator=generator)
