"""The same by fill_.

verdict: failed
idea: bias-zero
"""

import math

import torch


@torch.no_grad()
def reset_parameters(layer, generator=None):
    torch.nn.init.kaiming_uniform_(layer.weight, a=math.sqrt(5), generator=generator)
    if layer.bias is not None:
        layer.bias.fill_(0.0)
