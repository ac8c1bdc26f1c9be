# what: Names such as x, check, progress, len, torch's own and the solutions' are used again afterwards.

# %% after check-forward
Linear = Linear(2, 3)
x = Linear(torch.ones(2))

# %% after check-parameter-count
linear_parameter_count = linear_parameter_count(2, 3)
check = "check"
progress = 0.5

# %% last
nn = torch = copy_parameters = None
len = 3
