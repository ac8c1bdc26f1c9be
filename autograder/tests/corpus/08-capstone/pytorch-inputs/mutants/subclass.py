"""PyTorch's own layer, inherited.

verdict: review
idea: forbidden
also: forward options initialization state-dict copying gradients
"""

import math

import torch
from torch import nn


class Linear(nn.Linear):
    pass
