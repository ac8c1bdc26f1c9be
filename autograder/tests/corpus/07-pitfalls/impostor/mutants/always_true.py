"""Everyone is right.

verdict: failed
idea: accepts-everything
"""


def is_correct(candidate):
    candidate(3, 2)
    return True
