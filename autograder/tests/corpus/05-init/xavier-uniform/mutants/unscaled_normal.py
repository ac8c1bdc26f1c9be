"""N(0, 1).

verdict: failed
idea: unscaled
"""

import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    return tensor.normal_(generator=generator)
