"""An empty batch gives an empty vector.

verdict: partly
idea: empty-batch-fails
"""


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    if len(x) == 0:
        return x.new_empty(0)
    return grad_output[:, :, None] * x[:, None, :]
