"""The flag is compared with the text "False", so False counts as a bias.

verdict: failed
idea: flag-ignored
"""


def linear_parameter_count(in_features, out_features, bias=True):
    count = in_features * out_features
    if bias != "False":
        count += out_features
    return count
