"""The results are printed.

verdict: failed
idea: no-plain-value
"""


def experiment(make_layer):
    layer = make_layer(3, 2)
    print(sum(p.numel() for p in layer.parameters()))
