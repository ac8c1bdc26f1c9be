"""A clone is written into.

verdict: failed
idea: copy-returned
"""

import torch


def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    with torch.no_grad():
        result = tensor.clone()
        result.uniform_(-bound, bound, generator=generator)
    return result
