"""numpy's random numbers.

verdict: partly
idea: other-source
"""

import numpy as np
import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    bound = layer.in_features**-0.5 if layer.in_features else 0.0
    for parameter in layer.parameters():
        parameter.copy_(torch.from_numpy(np.random.uniform(-bound, bound, parameter.shape)))
