"""torch.cos of a plain float.

verdict: error
idea: float-for-tensor
"""

import torch


def rotation(theta):
    return torch.tensor(
        [[torch.cos(theta), torch.sin(theta)], [-torch.sin(theta), torch.cos(theta)]]
    )
