"""An IndexError.

verdict: partly
idea: wrong-error-type
"""


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise IndexError("does not fit")
    return grad_output[:, :, None] * x[:, None, :]
