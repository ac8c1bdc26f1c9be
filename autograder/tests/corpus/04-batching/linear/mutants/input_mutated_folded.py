"""x is reshaped in place, which the caller sees.

verdict: partly
idea: input-mutated
"""


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias {tuple(bias.shape)} does not fit weight {tuple(weight.shape)}")
    shape = x.shape
    if x.dim() > 2 and x.numel() and not x.requires_grad:
        x.resize_(x[..., 0].numel(), shape[-1])
    y = x @ weight.T if bias is None else x @ weight.T + bias
    return y.reshape(*shape[:-1], len(weight))
