"""Written into a buffer.

verdict: passed
"""


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    wide = weight.new_zeros(weight.shape[0], weight.shape[1] + 1)
    wide[:, :-1] = weight
    wide[:, -1] = bias
    return wide
