"""The identity.

verdict: failed
idea: angle-ignored
"""

import torch


def rotation(theta):
    return torch.eye(2)
