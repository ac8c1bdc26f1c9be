"""The verdict is printed.

verdict: failed
idea: not-a-bool
"""

import torch


def is_correct(candidate):
    layer = candidate(3, 2)
    print(layer(torch.ones(5, 3)).shape)
