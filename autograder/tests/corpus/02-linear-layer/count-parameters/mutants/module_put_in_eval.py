"""The module is put into evaluation mode and left there.

verdict: failed
idea: module-changed
"""


def count_parameters(module):
    module.eval()
    return sum(p.numel() for p in module.parameters())
