"""The same with copy_.

verdict: error
idea: no-grad-forgotten
"""

import torch


def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    with torch.no_grad():
        numbers = torch.empty(tensor.shape).normal_(0, std, generator=generator)
    tensor.copy_(numbers)
    return tensor
