"""torch's own errors.

verdict: partly
idea: wrong-error-type
"""

import torch


def absorb_bias(weight, bias):
    return torch.cat([weight, bias[:, None]], dim=1)
