"""PyTorch's other function.

verdict: failed
idea: normal-for-uniform
"""

import torch
from torch import nn


def xavier_uniform_(tensor, generator=None):
    return nn.init.xavier_normal_(tensor, generator=generator)
