"""Where none is given, a generator that no seed reaches.

verdict: partly
idea: other-source
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    if generator is None:
        generator = torch.Generator()
        generator.seed()
    return tensor.normal_(0, std, generator=generator)
