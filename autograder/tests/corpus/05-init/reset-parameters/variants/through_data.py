"""Through .data, which the book advises against and which is in place all the same.

verdict: passed
"""


def reset_parameters(layer, generator=None):
    stdv = 1.0 / layer.weight.size(1) ** 0.5 if layer.weight.size(1) else 0.0
    layer.weight.data.uniform_(-stdv, stdv, generator=generator)
    if layer.bias is not None:
        layer.bias.data.uniform_(-stdv, stdv, generator=generator)
