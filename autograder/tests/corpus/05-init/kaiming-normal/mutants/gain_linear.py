"""A gain of one, by its name.

verdict: failed
idea: gain-wrong
"""

import torch
from torch import nn


def kaiming_normal_(tensor, generator=None):
    return nn.init.kaiming_normal_(tensor, nonlinearity="linear", generator=generator)
