"""A loop with nelement.

verdict: passed
"""


def count_parameters(module):
    count = 0
    for p in module.parameters():
        count += p.nelement()
    return count
