"""PyTorch's other function.

verdict: failed
idea: uniform-for-normal
"""

import torch
from torch import nn


def kaiming_normal_(tensor, generator=None):
    return nn.init.kaiming_uniform_(tensor, generator=generator)
