"""A layer of the right size, with the random numbers that it was born with.

verdict: failed
idea: values-not-written
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    return nn.Linear(first.in_features, second.out_features, dtype=first.weight.dtype)
