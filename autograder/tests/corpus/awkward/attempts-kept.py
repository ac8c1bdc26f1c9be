# what: Earlier wrong attempts under the same names stand above the right answers.

# %% before parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return in_features * out_features  # first try

# %% before copy-parameters
def copy_parameters(source, target):
    target.weight = source.weight  # does not work, why?
