"""The gradient of a plain sum of outputs.

verdict: failed
idea: grad-output-ignored
"""


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    return x[:, None, :].expand(-1, grad_output.shape[1], -1).clone()
