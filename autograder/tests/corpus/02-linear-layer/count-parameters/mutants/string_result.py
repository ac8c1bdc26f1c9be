"""The count comes back as text.

verdict: failed
idea: string-result
"""


def count_parameters(module):
    count = sum(p.numel() for p in module.parameters())
    return f"{count:,} parameters"
