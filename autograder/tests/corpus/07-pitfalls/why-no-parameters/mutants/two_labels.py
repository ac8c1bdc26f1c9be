"""Counted or not counted, and nothing more.

verdict: failed
idea: labels-never-given
"""

from torch import nn


def why_no_parameters(module):
    try:
        count = sum(p.numel() for p in module.parameters() if not nn.parameter.is_lazy(p))
    except AttributeError:
        return "super() missing"
    return "it has parameters" if count else "nothing kept"
