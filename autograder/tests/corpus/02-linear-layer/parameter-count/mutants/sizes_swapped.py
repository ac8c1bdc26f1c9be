"""The arguments come in the other order; called by position, the bias is counted by the inputs.

verdict: failed
idea: sizes-swapped

Called by keyword the answer is right.
"""


def linear_parameter_count(out_features, in_features, bias=True):
    return in_features * out_features + (out_features if bias else 0)
