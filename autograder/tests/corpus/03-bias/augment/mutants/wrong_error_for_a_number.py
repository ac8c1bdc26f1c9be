"""torch's own error.

verdict: partly
idea: wrong-error-type
"""

import torch


def augment(x):
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)
