"""Repeated the wrong way round and reshaped.

verdict: failed
idea: reshaped
"""


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    o, i = grad_output.shape[1], x.shape[1]
    return (grad_output.repeat(1, i) * x.repeat_interleave(o, dim=1)).reshape(len(x), o, i)
