"""Through NumPy.

verdict: failed
idea: detached
"""

import numpy as np
import torch


def augment(x):
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    a = x.detach().numpy()
    return torch.from_numpy(np.concatenate([a, np.ones_like(a[..., :1])], axis=-1))
