"""Counts the weights and leaves out the bias."""


# %% parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return in_features * out_features
