"""Counts the parameters that are being trained and passes over the frozen ones."""


# %% count-parameters
def count_parameters(module):
    return sum(p.numel() for p in module.parameters() if p.requires_grad)
