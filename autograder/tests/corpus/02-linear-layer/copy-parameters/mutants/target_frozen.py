"""The target is frozen for the copy and stays frozen.

verdict: failed
idea: requires-grad-changed
"""


def check_same_shapes(source, target):
    if source.weight.shape != target.weight.shape:
        raise ValueError(f"weights {source.weight.shape} and {target.weight.shape} differ")
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one of the two layers has a bias")
    if source.bias is not None and source.bias.shape != target.bias.shape:
        raise ValueError(f"biases {source.bias.shape} and {target.bias.shape} differ")


def copy_parameters(source, target):
    check_same_shapes(source, target)
    target.requires_grad_(False)
    target.weight.copy_(source.weight.detach())
    if target.bias is not None:
        target.bias.copy_(source.bias.detach())
