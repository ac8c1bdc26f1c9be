"""zip stops at the shorter one.

verdict: partly
idea: no-error-on-mismatch
"""


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2:
        raise ValueError("two dimensions each")
    n = min(len(x), len(grad_output))
    return grad_output[:n, :, None] * x[:n, None, :]
