"""The parameters are counted, not their elements.

verdict: failed
idea: tensors-not-elements
"""


def count_parameters(module):
    return len(list(module.parameters()))
