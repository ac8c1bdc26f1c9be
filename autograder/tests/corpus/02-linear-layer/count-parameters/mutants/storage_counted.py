"""The memory behind each parameter is counted, also the part that the parameter does not use.

verdict: failed
idea: storage-counted
"""


def count_parameters(module):
    return sum(p.untyped_storage().size() // p.element_size() for p in module.parameters())
