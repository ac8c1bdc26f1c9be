"""ValueError for x, an assertion for the bias.

verdict: partly
idea: wrong-error-type
"""


def linear(x, weight, bias=None):
    if weight.dim() != 2 or x.dim() < 1 or x.shape[-1] != weight.shape[1]:
        raise ValueError("x does not fit weight")
    assert bias is None or bias.shape == weight.shape[:1]
    return x @ weight.T if bias is None else x @ weight.T + bias
