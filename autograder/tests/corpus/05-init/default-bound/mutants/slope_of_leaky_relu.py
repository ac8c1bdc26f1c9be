"""The usual slope of a leaky ReLU, which is what calculate_gain takes if nothing is said.

verdict: failed
idea: another-recipe
"""

import math

from torch import nn


def default_bound(in_features):
    if not in_features:
        return 0.0
    return math.sqrt(3 / in_features) * nn.init.calculate_gain("leaky_relu")
