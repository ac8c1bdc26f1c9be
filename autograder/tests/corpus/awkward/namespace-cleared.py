# what: %reset clears the namespace at the top, names are deleted at the end.

# %% first
old = 1

# %% first
%reset -f

# %% after check-copy-parameters
del Linear, linear_parameter_count, count_parameters, linear_backward, copy_parameters

# %% last
%reset -f
