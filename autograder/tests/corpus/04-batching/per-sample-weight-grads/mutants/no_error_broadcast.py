"""One row against several is spread.

verdict: partly
idea: no-error-on-mismatch
"""


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2:
        raise ValueError("two dimensions each")
    if len(x) != len(grad_output) and 1 not in (len(x), len(grad_output)):
        raise ValueError("rows differ")
    return grad_output[:, :, None] * x[:, None, :]
