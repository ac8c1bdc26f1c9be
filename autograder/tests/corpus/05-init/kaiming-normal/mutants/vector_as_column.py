"""A vector counts as one column.

verdict: partly
idea: vector-accepted
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = len(tensor), tensor[0].numel()
    std = (2 / in_features) ** 0.5
    return tensor.normal_(0, std, generator=generator)
