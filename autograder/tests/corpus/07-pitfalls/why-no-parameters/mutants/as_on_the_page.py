"""find_cause of the page, with the labels of the table.

verdict: failed
idea: labels-never-given
"""

import torch


def why_no_parameters(module):
    try:
        listed = list(module.parameters())
        sum(p.numel() for p in listed)
    except AttributeError:
        return "super() missing"
    except ValueError:
        return "lazy"
    if any(p.numel() and p.requires_grad for p in listed):
        return "it has parameters"
    if listed:
        return "it has parameters"
    kinds = [type(part).__module__ for part in module.modules()]
    if any(kind.startswith("torch.") for kind in kinds):
        return "nothing kept"
    kept = [value for name, value in vars(module).items() if name[0] != "_"]
    if any(isinstance(value, (list, tuple, dict)) for value in kept):
        return "list, tuple or dict"
    return "plain tensor" if any(isinstance(v, torch.Tensor) for v in kept) else "nothing kept"
