"""A tensor comes back.

verdict: failed
idea: not-an-int
"""

import torch


def count_parameters(module):
    return torch.tensor([p.numel() for p in module.parameters()], dtype=torch.long).sum()
