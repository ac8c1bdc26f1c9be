"""The count is printed and not returned.

verdict: failed
idea: returns-nothing
"""


def count_parameters(module):
    for name, p in module.named_parameters():
        print(name, p.numel())
    print("total", sum(p.numel() for p in module.parameters()))
