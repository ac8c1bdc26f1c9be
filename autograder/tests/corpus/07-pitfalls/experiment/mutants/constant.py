"""The same whatever the layer does.

verdict: failed
idea: tells-nothing-apart
"""

import torch


def experiment(make_layer):
    make_layer(3, 2)
    return True
