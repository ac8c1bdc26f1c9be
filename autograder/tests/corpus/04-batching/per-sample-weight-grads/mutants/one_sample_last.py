"""All entries of the list are the last one.

verdict: failed
idea: one-sample-only
"""


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    grads = grad_output[:, :, None] * x[:, None, :]
    return grads[-1:].repeat(len(x), 1, 1) if len(x) else grads
