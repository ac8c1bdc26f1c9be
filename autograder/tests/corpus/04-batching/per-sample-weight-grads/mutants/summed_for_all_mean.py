"""The mean, given to every sample.

verdict: failed
idea: same-for-all
"""


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    mean = grad_output.T @ x / max(len(x), 1)
    return mean.repeat(len(x), 1, 1)
