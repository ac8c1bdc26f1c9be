"""Biases are skipped by name.

verdict: failed
idea: weights-only
"""


def count_parameters(module):
    return sum(p.numel() for name, p in module.named_parameters() if "bias" not in name)
