"""Parameters with equal values are taken for tied.

verdict: failed
idea: deduplicated-by-value
"""

import torch


def count_parameters(module):
    kept = []
    for p in module.parameters():
        if not any(torch.equal(p, other) for other in kept):
            kept.append(p)
    return sum(p.numel() for p in kept)
