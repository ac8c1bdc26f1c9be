"""The bound is printed.

verdict: failed
idea: returns-nothing
"""


def default_bound(in_features):
    print(in_features**-0.5 if in_features else 0.0)
