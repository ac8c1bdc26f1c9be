"""One linear layer, trained: it settles near 0.5.

verdict: failed
idea: linear
"""

import torch
from torch import nn


def xor_net():
    corners = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    xor = torch.tensor([[0.0], [1.0], [1.0], [0.0]])
    net = nn.Linear(2, 1)
    for _ in range(200):
        net.zero_grad()
        (net(corners) - xor).square().mean().backward()
        with torch.no_grad():
            for p in net.parameters():
                p -= 0.3 * p.grad
    return net
