"""A slip of the pen raises an error, whatever the layer is.

verdict: failed
idea: always-an-error
"""

import torch


def experiment(make_layer):
    layer = make_layer(3, 2)
    return tuple(layer.weigth.shape)
