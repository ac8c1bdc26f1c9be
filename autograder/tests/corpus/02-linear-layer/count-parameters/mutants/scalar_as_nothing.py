"""A parameter without dimensions is taken to hold nothing.

verdict: failed
idea: scalar-miscounted
"""


def count_parameters(module):
    count = 0
    for p in module.parameters():
        if p.shape:
            count += p.numel()
    return count
