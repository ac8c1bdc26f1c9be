"""assert.

verdict: partly
idea: wrong-error-type
"""

import torch


def absorb_bias(weight, bias):
    assert weight.dim() == 2 and bias.shape == weight.shape[:1]
    return torch.cat([weight, bias[:, None]], dim=1)
