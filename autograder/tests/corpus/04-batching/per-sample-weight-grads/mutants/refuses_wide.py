"""Compares columns.

verdict: failed
idea: refuses-what-fits
"""


def per_sample_weight_grads(x, grad_output):
    if x.shape != grad_output.shape:
        raise ValueError("shapes differ")
    return grad_output[:, :, None] * x[:, None, :]
