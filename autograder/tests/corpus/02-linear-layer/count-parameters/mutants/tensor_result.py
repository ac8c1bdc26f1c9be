"""A tensor comes back.

verdict: failed
idea: tensor-result
"""

import torch


def count_parameters(module):
    return torch.tensor([p.numel() for p in module.parameters()], dtype=torch.long).sum()
