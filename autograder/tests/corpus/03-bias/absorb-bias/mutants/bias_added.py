"""The bias is added to the weights.

verdict: failed
idea: bias-added
"""


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    return weight + bias[:, None]
