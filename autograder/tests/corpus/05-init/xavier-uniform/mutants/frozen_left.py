"""What is not trained is left alone.

verdict: failed
idea: old-values-kept
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    if tensor.requires_grad or not isinstance(tensor, torch.nn.Parameter):
        tensor.uniform_(-bound, bound, generator=generator)
    return tensor
