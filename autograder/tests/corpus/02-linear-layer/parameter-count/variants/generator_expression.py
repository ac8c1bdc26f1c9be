"""A generator expression goes through the outputs.

verdict: passed
"""


def linear_parameter_count(in_features, out_features, bias=True):
    per_output = in_features + (1 if bias else 0)
    return sum(per_output for _ in range(out_features))
