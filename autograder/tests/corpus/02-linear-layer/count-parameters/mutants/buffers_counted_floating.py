"""Floating buffers, such as running means, are taken for parameters.

verdict: failed
idea: buffers-counted
"""


def count_parameters(module):
    tensors = list(module.parameters())
    tensors += [b for b in module.buffers() if b.is_floating_point()]
    return sum(t.numel() for t in tensors)
