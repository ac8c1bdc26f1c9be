"""Only shapes, for batches and vectors.

verdict: failed
idea: shapes-alone
"""

import torch


def is_correct(candidate):
    for n, m in [(2, 3), (4, 4)]:
        layer = candidate(n, m)
        for size in [(5, n), (1, n), (n,)]:
            if layer(torch.randn(size)).shape != (*size[:-1], m):
                return False
    return True
