"""A table is printed, shared parameters are warned about.

verdict: passed
"""

import collections
import warnings


def count_parameters(module, *, verbose=True):
    names = collections.defaultdict(list)
    for name, p in module.named_parameters(remove_duplicate=False):
        names[p].append(name)
    for p, all_names in names.items():
        if verbose:
            print(f"{' = '.join(all_names):40} {tuple(p.shape)} {p.numel():>12,}")
        if len(all_names) > 1:
            warnings.warn(f"shared: {all_names}", stacklevel=2)
    return sum(p.numel() for p in names)
