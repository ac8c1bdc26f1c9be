"""The a of nn.Linear.

verdict: failed
idea: default-recipe
"""

import torch
from torch import nn


def kaiming_normal_(tensor, generator=None):
    return nn.init.kaiming_normal_(tensor, a=5**0.5, generator=generator)
