"""π/180 by hand.

verdict: failed
idea: degrees
"""

import torch


def rotation(theta):
    angle = torch.tensor(theta * torch.pi / 180)
    c, s = angle.cos(), angle.sin()
    return torch.tensor([[c, s], [-s, c]])
