"""Only parameters called weight or bias are counted.

verdict: failed
idea: weight-and-bias-only
"""


def count_parameters(module):
    count = 0
    for name, p in module.named_parameters():
        if name.split(".")[-1] in ("weight", "bias"):
            count += p.numel()
    return count
