"""The name of the class and its module.

verdict: failed
idea: looks-at-the-class
"""

import torch


def experiment(make_layer):
    layer = make_layer(3, 2)
    return type(layer).__module__, type(layer).__name__
