"""The same with copy_.

verdict: error
idea: no-grad-forgotten
"""

import torch


def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    with torch.no_grad():
        numbers = torch.empty(tensor.shape).uniform_(-bound, bound, generator=generator)
    tensor.copy_(numbers)
    return tensor
