"""In place, and .data is returned: another object, which is no parameter.

verdict: partly
idea: another-returned
"""


def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    return tensor.data.normal_(0, std, generator=generator)
