"""The tangent: a shear with a lean.

verdict: failed
idea: other-functions
"""

import math

import torch


def rotation(theta):
    t = math.tan(theta)
    return torch.tensor([[1.0, t], [-t, 1.0]])
