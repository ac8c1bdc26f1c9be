"""Every tensor that a module holds is counted once, whatever it is registered as.

verdict: failed
idea: buffers-counted
"""


def count_parameters(module):
    found = {}
    for m in module.modules():
        for table in (m._parameters, m._buffers):
            for tensor in table.values():
                if tensor is not None:
                    found[id(tensor)] = tensor
    return sum(t.numel() for t in found.values())
