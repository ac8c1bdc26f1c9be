"""The name is moved to a new tensor.

verdict: failed
idea: copy-returned
"""

import torch


def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    tensor = torch.empty_like(tensor).detach().uniform_(-bound, bound, generator=generator)
    return tensor
