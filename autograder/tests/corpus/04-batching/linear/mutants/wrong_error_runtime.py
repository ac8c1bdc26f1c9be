"""torch's own RuntimeError for what does not fit.

verdict: partly
idea: wrong-error-type
"""


def linear(x, weight, bias=None):
    assert weight.dim() == 2 and x.dim() > 0
    if bias is not None:
        assert bias.shape == weight.shape[:1]
    return x @ weight.T if bias is None else x @ weight.T + bias
