"""copy_ spreads a source with one output over all outputs of the target.

verdict: partly
idea: broadcasts
"""

import torch


def copy_parameters(source, target):
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one layer has a bias")
    try:
        torch.broadcast_to(source.weight, target.weight.shape)
        if source.bias is not None:
            torch.broadcast_to(source.bias, target.bias.shape)
    except RuntimeError as error:
        raise ValueError(f"shapes do not fit: {error}") from error
    with torch.no_grad():
        target.weight.copy_(source.weight)
        if target.bias is not None:
            target.bias.copy_(source.bias)
