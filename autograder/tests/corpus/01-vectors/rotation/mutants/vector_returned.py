"""Only where [1, 0] goes.

verdict: failed
idea: not-two-by-two
"""

import math

import torch


def rotation(theta):
    return torch.tensor([math.cos(theta), math.sin(theta)])
