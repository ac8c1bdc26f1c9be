"""Always float32.

verdict: failed
idea: dtype-forced
"""

import math

import torch


def rotation(theta):
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([[c, s], [-s, c]], dtype=torch.float32)
