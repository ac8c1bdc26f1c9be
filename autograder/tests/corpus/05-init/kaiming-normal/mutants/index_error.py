"""A size that is not there: IndexError.

verdict: partly
idea: wrong-error
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.size(0), tensor.size(1)
    std = (2 / in_features) ** 0.5
    return tensor.normal_(0, std, generator=generator)
