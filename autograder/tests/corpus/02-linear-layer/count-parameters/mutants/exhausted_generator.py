"""The generator is used up by counting the tensors, and the sum finds nothing left.

verdict: failed
idea: exhausted-generator
"""


def count_parameters(module):
    parameters = module.parameters()
    print(len(list(parameters)), "tensors")
    return sum(p.numel() for p in parameters)
