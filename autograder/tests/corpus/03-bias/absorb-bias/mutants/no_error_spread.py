"""One number is spread over all outputs.

verdict: partly
idea: no-error-on-mismatch
"""

import torch


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.dim() != 1:
        raise ValueError("dimensions")
    if len(bias) not in (1, len(weight)):
        raise ValueError("sizes")
    bias = bias.reshape(-1, 1).expand(len(weight), 1)
    return torch.cat([weight, bias], dim=1)
