"""Frozen for the copy, which then brings a graph.

verdict: failed
idea: graph-recorded
"""

import torch


def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    size = torch.ones(1, requires_grad=True)
    tensor.requires_grad_(False)
    return tensor.copy_(
        size * torch.empty(tensor.shape).uniform_(-bound, bound, generator=generator)
    )
