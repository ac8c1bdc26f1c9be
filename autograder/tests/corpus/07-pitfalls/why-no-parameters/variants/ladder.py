"""One question after the other.

verdict: passed
"""

import torch
from torch import nn


def attributes(module):
    for part in module.modules():
        for name, value in vars(part).items():
            if not name.startswith("_"):
                yield value


def inside(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return [p for item in value for p in inside(item)]
    return list(value.parameters()) if isinstance(value, nn.Module) else []


def why_no_parameters(module):
    try:
        listed = list(module.parameters())
    except AttributeError:
        return "super() missing"
    if any(nn.parameter.is_lazy(p) for p in listed):
        return "lazy"
    known = {id(p) for p in listed}
    hidden = any(id(p) not in known for value in attributes(module) for p in inside(value))
    count = sum(p.numel() for p in listed)
    if count and hidden:
        return "it has parameters, and some layers are unregistered"
    if count:
        if any(p.requires_grad for p in listed if p.numel()):
            return "it has parameters"
        return "frozen"
    if listed:
        return "a size is 0"
    if hidden:
        return "list, tuple or dict"
    if any(isinstance(value, torch.Tensor) for value in attributes(module)):
        return "plain tensor"
    return "nothing kept"
