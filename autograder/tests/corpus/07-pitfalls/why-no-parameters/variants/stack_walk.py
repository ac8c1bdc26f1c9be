"""A walk with a stack, without recursion; labels from a table.

verdict: passed
"""

import torch
from torch import nn

LABELS = {
    (True, True): "it has parameters, and some layers are unregistered",
    (True, False): "it has parameters",
    (False, True): "list, tuple or dict",
}


def why_no_parameters(module):
    try:
        parts = list(module.modules())
        for part in parts:
            part._parameters
    except AttributeError:
        return "super() missing"
    parameters = list(module.parameters())
    if any(isinstance(p, nn.parameter.UninitializedTensorMixin) for p in parameters):
        return "lazy"
    ids, hidden, tensors = set(map(id, parameters)), False, False
    for part in parts:
        stack = [v for k, v in part.__dict__.items() if k[0] != "_"]
        tensors = tensors or any(torch.is_tensor(v) for v in stack)
        while stack:
            value = stack.pop()
            if isinstance(value, (list, tuple)):
                stack.extend(value)
            elif isinstance(value, dict):
                stack.extend(value.values())
            elif isinstance(value, nn.Module):
                hidden = hidden or any(id(p) not in ids for p in value.parameters())
    has = sum(p.numel() for p in parameters) > 0
    if has and not hidden and not any(p.requires_grad and p.numel() for p in parameters):
        return "frozen"
    if has:
        return LABELS[has, hidden]
    if parameters:
        return "a size is 0"
    if hidden:
        return LABELS[False, True]
    return "plain tensor" if tensors else "nothing kept"
