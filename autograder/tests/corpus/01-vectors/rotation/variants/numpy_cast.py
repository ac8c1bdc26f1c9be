"""NumPy, cast to the default dtype.

verdict: passed
"""

import numpy as np
import torch


def rotation(theta):
    c, s = np.cos(theta), np.sin(theta)
    return torch.from_numpy(np.array([[c, s], [-s, c]])).to(torch.get_default_dtype())
