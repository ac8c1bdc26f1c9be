"""The state_dict is added up: buffers count, and a shared parameter counts twice.

verdict: failed
idea: state-dict-counted
"""


def count_parameters(module):
    return sum(tensor.numel() for tensor in module.state_dict().values())
