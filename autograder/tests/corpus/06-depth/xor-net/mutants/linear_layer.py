"""One linear layer with the least-squares answer: 0.5 for every input.

verdict: failed
idea: linear
"""

import torch
from torch import nn


def xor_net():
    net = nn.Linear(2, 1)
    with torch.no_grad():
        net.weight.zero_()
        net.bias.fill_(0.5)
    return net
