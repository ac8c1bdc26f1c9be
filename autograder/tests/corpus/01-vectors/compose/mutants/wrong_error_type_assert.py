"""assert.

verdict: partly
idea: wrong-error-type
"""


def compose(first, second):
    assert first.dim() == second.dim() == 2
    assert first.shape[1] == second.shape[0]
    return first @ second
