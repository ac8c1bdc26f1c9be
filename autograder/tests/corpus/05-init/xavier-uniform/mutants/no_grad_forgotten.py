"""A parameter is written into while autograd records.

verdict: error
idea: no-grad-forgotten
"""


def xavier_uniform_(tensor, generator=None):
    out_features, in_features = tensor.shape
    bound = (6 / (in_features + out_features)) ** 0.5
    return tensor.uniform_(-bound, bound, generator=generator)
