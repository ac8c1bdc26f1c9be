"""Only PyTorch's own class is accepted.

verdict: failed
idea: rejects-everything
"""

from torch import nn


def is_correct(candidate):
    return candidate is nn.Linear
