# what: The solution cell starts with %%capture, so its output goes into a variable.

# %% replace count-parameters
%%capture noise
print("a lot of noise")


def count_parameters(module):
    return sum(p.numel() for p in module.parameters())
