"""The named parameters of both layers are compared and paired by name.

verdict: passed
"""

import torch


def copy_parameters(source, target):
    ours = dict(source.named_parameters(recurse=False))
    theirs = dict(target.named_parameters(recurse=False))
    shapes = [{name: p.shape for name, p in group.items()} for group in (ours, theirs)]
    if shapes[0] != shapes[1]:
        raise ValueError(f"{shapes[0]} do not fit {shapes[1]}")
    with torch.no_grad():
        for name, parameter in theirs.items():
            parameter.copy_(ours[name])
