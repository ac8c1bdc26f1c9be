"""More than two dimensions are refused, as many descriptions say.

verdict: partly
idea: two-dimensional-only
"""


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias {tuple(bias.shape)} does not fit weight {tuple(weight.shape)}")
    if x.dim() > 2:
        raise ValueError("expected (batch_size, in_features)")
    return x @ weight.T if bias is None else x @ weight.T + bias
