"""The name is moved to a new tensor.

verdict: failed
idea: copy-returned
"""

import torch


def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    tensor = torch.empty_like(tensor).detach().normal_(0, std, generator=generator)
    return tensor
