"""The gain of tanh.

verdict: failed
idea: gain-wrong
"""

import torch
from torch import nn


def xavier_uniform_(tensor, generator=None):
    return nn.init.xavier_uniform_(tensor, nn.init.calculate_gain("tanh"), generator)
