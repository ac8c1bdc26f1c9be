"""In place, and .data is returned: another object, which is no parameter.

verdict: partly
idea: another-returned
"""


def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    return tensor.data.uniform_(-bound, bound, generator=generator)
