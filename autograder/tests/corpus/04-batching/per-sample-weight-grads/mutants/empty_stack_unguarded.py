"""Stacks what zip gives, and looks at no shape.

verdict: partly
idea: empty-batch-fails
"""

import torch


def per_sample_weight_grads(x, grad_output):
    return torch.stack([torch.outer(g, row) for row, g in zip(x, grad_output)])
