"""Each parameter is flattened and its length taken.

verdict: passed
"""


def count_parameters(module):
    return sum(p.detach().flatten().shape[0] for p in module.parameters())
