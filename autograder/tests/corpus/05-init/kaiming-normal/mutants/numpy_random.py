"""numpy's random numbers.

verdict: partly
idea: other-source
"""

import numpy as np
import torch


@torch.no_grad()
def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    tensor.copy_(torch.from_numpy(np.random.normal(0, std, tensor.shape)))
    return tensor
