"""Nobody is right.

verdict: failed
idea: rejects-everything
"""


def is_correct(candidate):
    return False
