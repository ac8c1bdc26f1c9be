"""set_ makes it look at other memory.

verdict: partly
idea: memory-replaced
"""

import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    return tensor.set_(
        torch.empty(tensor.shape, dtype=tensor.dtype).normal_(0, std, generator=generator)
    )
