"""The first parameter is taken for the weight and the second for the bias, in both layers.

verdict: error
idea: matched-by-order
"""


def copy_parameters(source, target):
    ours, theirs = list(source.parameters()), list(target.parameters())
    if [p.shape for p in ours] != [p.shape for p in theirs]:
        raise ValueError(f"{[p.shape for p in ours]} differ from {[p.shape for p in theirs]}")
    for s, t in zip(ours, theirs):
        t.data[...] = s.data
