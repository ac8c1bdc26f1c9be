"""Elements that are zero are not counted.

verdict: failed
idea: nonzero-only
"""

import torch


def count_parameters(module):
    return sum(int(torch.count_nonzero(p)) for p in module.parameters())
