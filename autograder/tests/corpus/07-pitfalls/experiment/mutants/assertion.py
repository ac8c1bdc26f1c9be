"""An assertion about the layer that never holds.

verdict: failed
idea: always-an-error
"""


def experiment(make_layer):
    layer = make_layer(3, 2)
    assert layer is None
