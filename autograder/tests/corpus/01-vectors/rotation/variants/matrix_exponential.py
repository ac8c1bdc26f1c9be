"""The exponential of a quarter turn times θ, in double precision.

verdict: passed
"""

import torch


def rotation(theta):
    quarter = torch.tensor([[0.0, 1.0], [-1.0, 0.0]], dtype=torch.float64)
    return torch.linalg.matrix_exp(theta * quarter).to(torch.get_default_dtype())
