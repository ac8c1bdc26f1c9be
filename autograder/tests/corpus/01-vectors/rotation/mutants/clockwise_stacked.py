"""The images of the unit vectors as columns.

verdict: failed
idea: clockwise
"""

import math

import torch


def rotation(theta):
    east = torch.tensor([math.cos(theta), math.sin(theta)])
    north = torch.tensor([-math.sin(theta), math.cos(theta)])
    return torch.stack([east, north], dim=1)
