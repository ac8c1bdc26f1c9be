"""The vector is filled first, then refused.

verdict: partly
idea: changed-before-the-error
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    tensor.uniform_(-1, 1, generator=generator)
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    return tensor.mul_(bound)
