"""The shape of the output is enough.

verdict: failed
idea: accepts-everything
"""

import torch


def is_correct(candidate):
    return candidate(3, 2)(torch.ones(5, 3)).shape == (5, 2)
