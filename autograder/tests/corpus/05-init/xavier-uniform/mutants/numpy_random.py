"""numpy's random numbers.

verdict: partly
idea: other-source
"""

import numpy as np
import torch


@torch.no_grad()
def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    tensor.copy_(torch.from_numpy(np.random.uniform(-bound, bound, tensor.shape)))
    return tensor
