"""sin θ = θ and cos θ = 1.

verdict: failed
idea: small-angle
"""

import torch


def rotation(theta):
    return torch.tensor([[1.0, theta], [-theta, 1.0]])
