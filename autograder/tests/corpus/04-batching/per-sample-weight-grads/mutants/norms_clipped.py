"""Each gradient is clipped to length one.

verdict: failed
idea: clipped
"""


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    grads = grad_output[:, :, None] * x[:, None, :]
    lengths = grads.flatten(1).norm(dim=1)[:, None, None]
    return grads / lengths.clamp(min=1)
