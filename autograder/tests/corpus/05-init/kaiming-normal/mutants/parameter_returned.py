"""A Parameter around the tensor is returned.

verdict: partly
idea: another-returned
"""

import torch


def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    with torch.no_grad():
        tensor.normal_(0, std, generator=generator)
    return torch.nn.Parameter(tensor)
