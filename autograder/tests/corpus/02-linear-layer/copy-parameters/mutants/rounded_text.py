"""The values go through printed numbers with four digits.

verdict: failed
idea: rounded
"""

import torch


def check_same_shapes(source, target):
    if source.weight.shape != target.weight.shape:
        raise ValueError(f"weights {source.weight.shape} and {target.weight.shape} differ")
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one of the two layers has a bias")
    if source.bias is not None and source.bias.shape != target.bias.shape:
        raise ValueError(f"biases {source.bias.shape} and {target.bias.shape} differ")


@torch.no_grad()
def copy_parameters(source, target):
    check_same_shapes(source, target)
    rows = [[float(f"{value:.4f}") for value in row] for row in source.weight.tolist()]
    target.weight.copy_(torch.tensor(rows))
    if target.bias is not None:
        target.bias.copy_(torch.tensor([float(f"{value:.4f}") for value in source.bias.tolist()]))
