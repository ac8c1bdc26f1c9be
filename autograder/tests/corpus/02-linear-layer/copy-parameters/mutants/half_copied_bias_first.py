"""The bias is copied before the weights are compared.

verdict: partly
idea: half-copied
"""


def copy_parameters(source, target):
    pairs = [("bias", source.bias, target.bias), ("weight", source.weight, target.weight)]
    for name, s, t in pairs:
        if s is None and t is None:
            continue
        if s is None or t is None or s.shape != t.shape:
            raise ValueError(f"{name} does not fit")
        t.data.copy_(s.data)
