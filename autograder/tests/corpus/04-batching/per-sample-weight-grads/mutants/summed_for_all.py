"""The sum, given to every sample.

verdict: failed
idea: same-for-all
"""


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    total = grad_output.T @ x
    return total.expand(len(x), *total.shape).clone()
