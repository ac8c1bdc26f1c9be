"""A set of tuples of numbers.

verdict: passed
"""


def has_symmetric_units(first, second):
    if first.weight.size(0) != second.weight.size(1):
        raise ValueError("expected as many units out of the first as into the second")
    biases = [None] * first.weight.size(0) if first.bias is None else first.bias.tolist()
    units = zip(map(tuple, first.weight.tolist()), biases, map(tuple, second.weight.T.tolist()))
    return len(set(units)) != first.weight.size(0)
