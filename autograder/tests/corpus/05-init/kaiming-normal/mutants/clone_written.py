"""A clone is written into.

verdict: failed
idea: copy-returned
"""

import torch


def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    with torch.no_grad():
        result = tensor.clone()
        result.normal_(0, std, generator=generator)
    return result
