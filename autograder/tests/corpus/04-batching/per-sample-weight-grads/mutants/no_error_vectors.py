"""Vectors are taken for batches of one.

verdict: partly
idea: no-error-on-mismatch
"""


def per_sample_weight_grads(x, grad_output):
    if x.dim() == 1:
        x = x[None]
    if grad_output.dim() == 1:
        grad_output = grad_output[None]
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    return grad_output[:, :, None] * x[:, None, :]
