"""The target is frozen for the copy, which is then recorded: its parameters stop being leaves.

verdict: failed
idea: graph-recorded
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
    pairs = [(source.weight, target.weight), (source.bias, target.bias)]
    for s, t in pairs:
        if t is not None:
            t.requires_grad_(False)
            t.copy_(s)
            t.requires_grad_(True)
