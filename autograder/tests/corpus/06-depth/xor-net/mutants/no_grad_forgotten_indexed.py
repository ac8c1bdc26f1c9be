"""Entry by entry, while autograd records.

verdict: error
idea: no-grad-forgotten
"""

import torch
from torch import nn


def xor_net():
    net = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1))
    net[0].weight[0, 0] = 1.0
    net[0].weight[0, 1] = 1.0
    return net
