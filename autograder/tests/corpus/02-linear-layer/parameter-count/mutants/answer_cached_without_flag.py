"""The answer is remembered by the sizes, without the flag.

verdict: failed
idea: answer-cached
"""

answers = {}


def linear_parameter_count(in_features, out_features, bias=True):
    key = (in_features, out_features)
    if key not in answers:
        answers[key] = in_features * out_features + (out_features if bias else 0)
    return answers[key]
