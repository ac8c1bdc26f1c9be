"""A lambda.

verdict: passed
"""

linear_parameter_count = lambda in_features, out_features, bias=True: (
    out_features * (in_features + 1) if bias else out_features * in_features
)
