"""Only what is called bias is counted.

verdict: failed
idea: biases-only
"""


def count_parameters(module):
    total = 0
    for name, parameter in module.named_parameters():
        if name.endswith("bias"):
            total += parameter.numel()
    return total
