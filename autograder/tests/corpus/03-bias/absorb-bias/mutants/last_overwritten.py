"""The last column makes room.

verdict: failed
idea: last-overwritten
"""


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    wide = weight.clone()
    wide[:, -1] = bias
    return wide
