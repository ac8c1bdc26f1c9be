"""Units that answer a random input alike.

verdict: failed
idea: column-forgotten
"""

import torch


@torch.no_grad()
def has_symmetric_units(first, second):
    if first.out_features != second.in_features:
        raise ValueError("sizes")
    x = torch.randn(first.in_features, dtype=torch.float64)
    answers = (first.weight.double() * x).sum(1)
    if first.bias is not None:
        answers = answers + first.bias.double() * 3.7
    return len(answers.unique()) < len(answers)
