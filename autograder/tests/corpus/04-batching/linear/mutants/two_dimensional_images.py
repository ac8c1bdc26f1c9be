"""All but the first dimension is flattened, as for images.

verdict: partly
idea: two-dimensional-only
"""


def linear(x, weight, bias=None):
    if x.dim() > 2:
        x = x.flatten(1)
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError(f"x {tuple(x.shape)} does not fit weight {tuple(weight.shape)}")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias {tuple(bias.shape)} does not fit weight {tuple(weight.shape)}")
    return x @ weight.T if bias is None else x @ weight.T + bias
