"""Always a quarter turn.

verdict: failed
idea: angle-ignored
"""

import torch


def rotation(theta):
    return torch.tensor([[0.0, 1.0], [-1.0, 0.0]])
