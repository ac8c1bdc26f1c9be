"""A loop over the saved state takes all of it for parameters.

verdict: failed
idea: state-dict-counted
"""

import math


def count_parameters(module):
    count = 0
    for name in module.state_dict():
        count += math.prod(module.state_dict()[name].shape)
    return count
