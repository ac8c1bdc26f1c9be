"""What is too long is cut off.

verdict: partly
idea: no-error-on-mismatch
"""


def linear(x, weight, bias=None):
    if x.dim() < 1 or weight.dim() != 2:
        raise ValueError("dimensions")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError("bias does not fit weight")
    n = min(x.shape[-1], weight.shape[1])
    y = x[..., :n] @ weight[:, :n].T
    return y if bias is None else y + bias
