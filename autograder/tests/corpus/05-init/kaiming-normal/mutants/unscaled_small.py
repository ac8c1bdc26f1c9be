"""A standard deviation of 0.01, whatever the sizes.

verdict: failed
idea: unscaled
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    return tensor.normal_(0, 0.01, generator=generator)
