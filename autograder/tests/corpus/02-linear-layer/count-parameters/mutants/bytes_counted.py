"""The memory in bytes is counted.

verdict: failed
idea: bytes-not-elements
"""


def count_parameters(module):
    return sum(p.numel() * p.element_size() for p in module.parameters())
