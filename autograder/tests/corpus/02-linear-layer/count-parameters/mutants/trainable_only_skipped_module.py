"""A module whose first parameter is frozen is skipped.

verdict: failed
idea: trainable-only
"""


def count_parameters(module):
    seen = {}
    for m in module.modules():
        own = list(m.parameters(recurse=False))
        if own and not own[0].requires_grad:
            continue
        seen.update((id(p), p.numel()) for p in own)
    return sum(seen.values())
