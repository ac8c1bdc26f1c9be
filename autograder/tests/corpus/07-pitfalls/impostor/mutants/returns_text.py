"""Words.

verdict: failed
idea: not-a-bool
"""

import torch


def is_correct(candidate):
    layer = candidate(3, 2)
    return "correct" if layer(torch.ones(5, 3)).shape == (5, 2) else "wrong"
