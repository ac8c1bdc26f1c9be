"""xavier_normal_: the standard deviation is right.

verdict: failed
idea: normal-for-uniform
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / (in_features + out_features)) ** 0.5
    return tensor.normal_(0, std, generator=generator)
