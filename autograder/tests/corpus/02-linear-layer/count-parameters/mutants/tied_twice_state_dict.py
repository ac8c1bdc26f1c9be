"""The state_dict without the buffers is added up; it lists a shared parameter under both names.

verdict: failed
idea: tied-twice
"""


def count_parameters(module):
    buffers = {name for name, _ in module.named_buffers(remove_duplicate=False)}
    state = module.state_dict()
    return sum(tensor.numel() for name, tensor in state.items() if name not in buffers)
