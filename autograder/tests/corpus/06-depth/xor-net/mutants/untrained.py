"""A net of the right form that was never trained.

verdict: failed
"""

import torch
from torch import nn


def xor_net():
    return nn.Sequential(nn.Linear(2, 4), nn.ReLU(), nn.Linear(4, 1))
