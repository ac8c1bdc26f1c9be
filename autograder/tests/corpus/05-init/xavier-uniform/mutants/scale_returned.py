"""The number that sets the size is returned.

verdict: partly
idea: another-returned
"""

import torch


def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    with torch.no_grad():
        tensor.uniform_(-bound, bound, generator=generator)
    return bound
