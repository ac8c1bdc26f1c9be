"""view only where there are many dimensions.

verdict: partly
idea: view-on-other-memory
"""


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias {tuple(bias.shape)} does not fit weight {tuple(weight.shape)}")
    y = x.view(-1, x.shape[-1]) @ weight.T if x.dim() > 2 and x.numel() else x @ weight.T
    y = y if bias is None else y + bias
    return y.reshape(*x.shape[:-1], len(weight))
