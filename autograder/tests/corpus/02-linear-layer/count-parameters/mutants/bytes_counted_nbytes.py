"""nbytes is taken for the number of elements.

verdict: failed
idea: bytes-not-elements
"""


def count_parameters(module):
    count = 0
    for p in module.parameters():
        count += p.nbytes
    return count
