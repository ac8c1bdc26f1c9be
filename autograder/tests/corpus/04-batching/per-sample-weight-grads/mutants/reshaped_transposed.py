"""(N, in, out) reshaped where a transpose is due.

verdict: failed
idea: reshaped
"""


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    turned = x[:, :, None] * grad_output[:, None, :]
    return turned.reshape(len(x), grad_output.shape[1], x.shape[1])
