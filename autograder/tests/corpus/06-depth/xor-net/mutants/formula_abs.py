"""

verdict: failed
idea: no-parameters
"""

import torch
from torch import nn


class Net(nn.Module):
    def forward(self, x):
        return (x[:, :1] - x[:, 1:]).abs()


def xor_net():
    return Net()
