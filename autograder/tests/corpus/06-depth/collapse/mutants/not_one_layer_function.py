"""A function that calls both layers.

verdict: failed
idea: not-one-linear
"""


def collapse(first, second):
    if first.out_features != second.in_features:
        raise ValueError(f"{first.out_features} outputs do not fit {second.in_features} inputs")
    return lambda x: second(first(x))
