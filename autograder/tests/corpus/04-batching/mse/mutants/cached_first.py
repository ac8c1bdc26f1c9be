"""The very first answer is given for ever.

verdict: failed
idea: answer-cached
"""

kept = []


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"shapes differ: {tuple(prediction.shape)}, {tuple(target.shape)}")
    kept.append((prediction - target).square().mean())
    return kept[0]
