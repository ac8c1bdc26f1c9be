"""Through .data.

verdict: passed
"""


def kaiming_normal_(tensor, generator=None):
    out_features, in_features = tensor.shape
    std = (2 / in_features) ** 0.5
    tensor.data.normal_(0, std, generator=generator)
    return tensor
