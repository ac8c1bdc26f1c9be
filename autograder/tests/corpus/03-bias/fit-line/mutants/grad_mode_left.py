"""Gradients are switched off and stay off.

verdict: failed
idea: grad-mode-left
"""

import torch


def fit_line(x, y, bias=True):
    if x.dim() != 1 or x.shape != y.shape:
        raise ValueError("expected two vectors of one length")
    torch.set_grad_enabled(False)
    if not bias:
        return x @ y / (x @ x), x.new_zeros(())
    dx = x - x.mean()
    slope = (dx @ y) / (dx @ dx)
    return slope, y.mean() - slope * x.mean()
