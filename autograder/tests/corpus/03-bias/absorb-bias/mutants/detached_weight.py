"""The weight alone is cut off.

verdict: failed
idea: detached
"""

import torch.nn.functional as F


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    wide = F.pad(weight.detach(), (0, 1))
    wide[:, -1] = bias
    return wide
