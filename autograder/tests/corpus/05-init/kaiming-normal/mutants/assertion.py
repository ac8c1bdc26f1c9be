"""An assertion.

verdict: partly
idea: wrong-error
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    assert tensor.dim() == 2
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    return tensor.normal_(0, std, generator=generator)
