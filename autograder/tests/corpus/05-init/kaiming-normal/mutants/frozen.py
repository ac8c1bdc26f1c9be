"""requires_grad stays off.

verdict: partly
idea: requires-grad-changed
"""


def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    tensor.requires_grad_(False)
    return tensor.normal_(0, std, generator=generator)
