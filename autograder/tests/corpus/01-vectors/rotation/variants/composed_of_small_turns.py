"""Half the turn, twice.

verdict: passed
"""

import math

import torch


def rotation(theta):
    c, s = math.cos(theta / 2), math.sin(theta / 2)
    half = torch.tensor([[c, s], [-s, c]], dtype=torch.float64)
    return (half @ half).to(torch.get_default_dtype())
