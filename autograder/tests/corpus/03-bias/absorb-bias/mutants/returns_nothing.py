"""Written into a buffer that is not returned.

verdict: failed
idea: returns-nothing
"""


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    wide = weight.new_zeros(len(weight), weight.shape[1] + 1)
    wide[:, :-1] = weight
    wide[:, -1] = bias
