"""An array.

verdict: failed
idea: not-a-tensor
"""

import numpy as np


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    return np.column_stack([weight.detach().numpy(), bias.detach().numpy()])
