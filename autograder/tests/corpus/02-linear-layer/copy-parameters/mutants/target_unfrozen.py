"""Every parameter of the target requires a gradient afterwards, also one that was frozen.

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
    for s, t in ((source.weight, target.weight), (source.bias, target.bias)):
        if t is not None:
            t.requires_grad_(False).copy_(s.detach())
            t.requires_grad_(True)
