"""Written into the first column.

verdict: failed
idea: bias-first
"""


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    wide = weight.new_empty(len(weight), weight.shape[1] + 1)
    wide[:, 0] = bias
    wide[:, 1:] = weight
    return wide
