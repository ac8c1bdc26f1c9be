"""A new tensor is returned, and the old one left.

verdict: failed
idea: copy-returned
"""

import torch


def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    return torch.empty(out_features, in_features, dtype=tensor.dtype).uniform_(
        -bound, bound, generator=generator
    )
