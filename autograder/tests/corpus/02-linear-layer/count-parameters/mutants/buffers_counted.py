"""Buffers are counted too.

verdict: failed
idea: buffers-counted
"""


def count_parameters(module):
    count = sum(p.numel() for p in module.parameters())
    for buffer in module.buffers():
        count += buffer.numel()
    return count
