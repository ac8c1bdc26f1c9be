# what: A later answer is built on an earlier one of the learner's.

# %% replace count-parameters
def count_parameters(module):
    if isinstance(module, Linear):
        return linear_parameter_count(module.weight.shape[1], module.weight.shape[0])
    unique = {id(p): p for p in module.parameters()}
    return sum(p.nelement() for p in unique.values())
