"""The default dtype is asked for once, when the cell runs.

verdict: failed
idea: dtype-forced
"""

import math

import torch

DTYPE = torch.get_default_dtype()


def rotation(theta):
    c, s = math.cos(theta), math.sin(theta)
    return torch.tensor([[c, s], [-s, c]], dtype=DTYPE)
