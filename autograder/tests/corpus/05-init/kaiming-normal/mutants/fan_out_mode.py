"""The other mode.

verdict: failed
idea: fan-out
"""

import torch
from torch import nn


def kaiming_normal_(tensor, generator=None):
    return nn.init.kaiming_normal_(tensor, mode="fan_out", generator=generator)
