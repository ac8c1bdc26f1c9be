"""The answers themselves.

verdict: failed
idea: not-a-module
"""

import torch
from torch import nn


def xor_net():
    return torch.tensor([[0.0], [1.0], [1.0], [0.0]])
