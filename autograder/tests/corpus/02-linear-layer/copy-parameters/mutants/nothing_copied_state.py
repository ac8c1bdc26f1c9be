"""The state_dict's entries are replaced; the dictionary is a new one, so the layer stays.

verdict: failed
idea: nothing-copied
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
    state = target.state_dict()
    for name, value in source.state_dict().items():
        state[name] = value.clone()
