"""A parameter is written into while autograd records.

verdict: error
idea: no-grad-forgotten
"""


def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    return tensor.normal_(0, std, generator=generator)
