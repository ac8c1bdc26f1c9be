"""The count comes back as text.

verdict: failed
idea: not-an-int
"""


def count_parameters(module):
    count = sum(p.numel() for p in module.parameters())
    return f"{count:,} parameters"
