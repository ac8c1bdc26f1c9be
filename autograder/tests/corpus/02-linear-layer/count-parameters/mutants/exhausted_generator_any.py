"""A test for "has any" takes the first parameter out of the generator.

verdict: failed
idea: exhausted-generator
"""


def count_parameters(module):
    parameters = module.parameters()
    if next(parameters, None) is None:
        return 0
    return sum(p.numel() for p in parameters)
