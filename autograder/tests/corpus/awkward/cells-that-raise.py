# what: Experiments that raise stand before, between and after the solutions.

# %% first
1 / 0

# %% before forward
undefined_name

# %% after check-forward
Linear(3, 4)(torch.ones(7))

# %% before copy-parameters
raise KeyError("not what I wanted")

# %% last
assert 1 == 2, "I'll look at this tomorrow"
