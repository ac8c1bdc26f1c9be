"""The global generator is seeded from the one given.

verdict: partly
idea: global-generator-used
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    if generator is not None:
        torch.manual_seed(int(torch.randint(2**31, (), generator=generator)))
    return tensor.uniform_(-bound, bound)
