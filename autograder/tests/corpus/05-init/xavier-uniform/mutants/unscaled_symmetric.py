"""Between -1 and 1, whatever the sizes.

verdict: failed
idea: unscaled
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    return tensor.uniform_(-1, 1, generator=generator)
