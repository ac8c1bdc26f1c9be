"""A short Taylor series.

verdict: failed
idea: small-angle
"""

import torch


def rotation(theta):
    c, s = 1 - theta**2 / 2, theta - theta**3 / 6
    return torch.tensor([[c, s], [-s, c]])
