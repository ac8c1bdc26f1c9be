"""A new tensor is returned, and the old one left.

verdict: failed
idea: copy-returned
"""

import torch


def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    return torch.empty(out_features, in_features, dtype=tensor.dtype).normal_(
        0, std, generator=generator
    )
