"""Numpy arrays come back.

verdict: failed
idea: not-one-linear
"""

import torch
from torch import nn


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    return (second.weight.detach().numpy() @ first.weight.detach().numpy(),)
