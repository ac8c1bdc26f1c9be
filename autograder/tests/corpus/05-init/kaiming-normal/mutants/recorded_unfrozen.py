"""Frozen for the copy, which then brings a graph.

verdict: failed
idea: graph-recorded
"""

import torch


def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    size = torch.ones(1, requires_grad=True)
    tensor.requires_grad_(False)
    return tensor.copy_(size * torch.empty(tensor.shape).normal_(0, std, generator=generator))
