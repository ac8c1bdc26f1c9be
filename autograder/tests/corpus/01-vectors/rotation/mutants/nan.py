"""NaN.

verdict: failed
"""

import torch


def rotation(theta):
    return torch.full((2, 2), torch.nan)
