"""The layer itself is returned.

verdict: failed
idea: no-plain-value
"""


def experiment(make_layer):
    layer = make_layer(3, 2)
    return layer
