"""A new Parameter starts a new graph.

verdict: failed
idea: detached

The values are right and train, but nothing arrives at weight and bias.
"""

import torch
from torch import nn


def absorb_bias(weight, bias):
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError(f"{tuple(weight.shape)} and {tuple(bias.shape)} do not fit")
    return nn.Parameter(torch.cat([weight, bias[:, None]], dim=1))
