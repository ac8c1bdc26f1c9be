"""Where none is given, a new one, which always has the same seed.

verdict: partly
idea: reseeded
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    generator = generator or torch.Generator()
    return tensor.normal_(0, std, generator=generator)
