"""For layers that do not fit False comes back instead of an error.

verdict: partly
idea: no-error-on-mismatch
"""

import torch


@torch.no_grad()
def copy_parameters(source, target):
    if source.weight.shape != target.weight.shape:
        return False
    if (source.bias is None) != (target.bias is None):
        return False
    target.weight.copy_(source.weight)
    if target.bias is not None:
        target.bias.copy_(source.bias)
    return True
