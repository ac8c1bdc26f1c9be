"""outer with its arguments swapped, in square layers only.

verdict: failed
idea: transposed

Right wherever there are more or fewer outputs than inputs.
"""


def per_sample_weight_grads(x, grad_output):
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError(f"{tuple(x.shape)} and {tuple(grad_output.shape)} do not fit")
    if x.shape[1] == grad_output.shape[1]:
        return x[:, :, None] * grad_output[:, None, :]
    return grad_output[:, :, None] * x[:, None, :]
