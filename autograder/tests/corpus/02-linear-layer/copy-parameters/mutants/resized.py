"""The target is given the source's shape instead of an error.

verdict: partly
idea: target-resized
"""


def copy_parameters(source, target):
    if (source.bias is None) != (target.bias is None):
        raise ValueError("only one layer has a bias")
    target.weight.data = source.weight.data.clone()
    if source.bias is not None:
        target.bias.data = source.bias.data.clone()
