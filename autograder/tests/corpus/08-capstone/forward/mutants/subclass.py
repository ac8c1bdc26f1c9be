"""PyTorch's own layer, inherited.

verdict: review
idea: forbidden
also: options initialization state-dict copying gradients pytorch-inputs
"""

import math

import torch
from torch import nn


class Linear(nn.Linear):
    pass
