"""normal_ is given the variance.

verdict: failed
idea: variance-for-std
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    return tensor.normal_(0, 2 / in_features, generator=generator)
