"""A one is added for each parameter.

verdict: failed
idea: tensors-not-elements
"""


def count_parameters(module):
    count = 0
    for _ in module.named_parameters():
        count += 1
    return count
