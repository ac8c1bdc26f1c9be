"""kaiming_uniform_ for a ReLU.

verdict: failed
idea: one-fan-only
"""

import torch
from torch import nn


def xavier_uniform_(tensor, generator=None):
    return nn.init.kaiming_uniform_(tensor, nonlinearity="relu", generator=generator)
