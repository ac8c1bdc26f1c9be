"""torch.cos and torch.sin, stacked.

verdict: passed
"""

import torch


def rotation(theta):
    angle = torch.tensor(theta, dtype=torch.get_default_dtype())
    c, s = torch.cos(angle), torch.sin(angle)
    return torch.stack([torch.stack([c, s]), torch.stack([-s, c])])
