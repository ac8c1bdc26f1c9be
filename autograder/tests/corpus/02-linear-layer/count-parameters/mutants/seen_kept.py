"""What was seen in an earlier call is skipped in the next, so a second count gives zero.

verdict: failed
idea: total-kept
"""

seen = set()


def count_parameters(module):
    count = 0
    for p in module.parameters():
        if p not in seen:
            seen.add(p)
            count += p.numel()
    return count
