# what: The second half of a split solution lost its metadata and is an ordinary cell.

# %% replace count-parameters
def count_parameters(module):
    return helper(module.parameters())


# %% after count-parameters
def helper(parameters):
    return sum(p.numel() for p in parameters)
