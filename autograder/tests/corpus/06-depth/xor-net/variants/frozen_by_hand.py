"""Set by hand, frozen, in evaluation mode, with a print.

verdict: passed
"""

import torch
from torch import nn


def xor_net():
    net = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1)).requires_grad_(False)
    net[0].weight[:] = 1.0
    net[0].bias[:] = torch.tensor([0.0, -1.0])
    net[2].weight[:] = torch.tensor([[1.0, -2.0]])
    net[2].bias[:] = 0.0
    print("frozen", net)
    return net.eval()
