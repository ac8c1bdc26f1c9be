"""PyTorch's layer with PyTorch's first values.

verdict: failed
idea: not-normal
"""

from torch import nn


class SmallLinear(nn.Linear):
    pass
