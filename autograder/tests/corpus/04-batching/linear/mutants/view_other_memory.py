"""view on memory in another order.

verdict: partly
idea: view-on-other-memory
"""


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias {tuple(bias.shape)} does not fit weight {tuple(weight.shape)}")
    rows = x.view(x[..., 0].numel(), x.shape[-1])
    y = rows @ weight.T if bias is None else rows @ weight.T + bias
    return y.view(*x.shape[:-1], len(weight))
