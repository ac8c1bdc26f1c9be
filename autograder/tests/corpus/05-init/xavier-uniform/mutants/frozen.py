"""requires_grad stays off.

verdict: partly
idea: requires-grad-changed
"""


def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    tensor.requires_grad_(False)
    return tensor.uniform_(-bound, bound, generator=generator)
