"""The global generator is seeded from the one given.

verdict: partly
idea: global-generator-used
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    if generator is not None:
        torch.manual_seed(int(torch.randint(2**31, (), generator=generator)))
    return tensor.normal_(0, std)
