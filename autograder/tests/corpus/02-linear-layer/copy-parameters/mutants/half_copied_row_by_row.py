"""The rows are copied one by one until one does not fit.

verdict: partly
idea: half-copied
"""

import torch


def copy_parameters(source, target):
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one layer has a bias")
    with torch.no_grad():
        for i in range(max(len(source.weight), len(target.weight))):
            if i >= min(len(source.weight), len(target.weight)):
                raise ValueError(f"row {i} is missing in one of the layers")
            if source.weight[i].shape != target.weight[i].shape:
                raise ValueError(f"row {i} does not fit")
            target.weight[i] = source.weight[i]
            if source.bias is not None:
                target.bias[i] = source.bias[i]
