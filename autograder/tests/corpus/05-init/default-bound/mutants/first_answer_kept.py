"""The first answer is kept for good.

verdict: failed
idea: answer-kept
"""

kept = []


def default_bound(in_features):
    if not kept:
        kept.append(in_features**-0.5 if in_features else 0.0)
    return kept[0]
