# what: The answer was pasted into a new cell below the stub, which still raises when it is called.

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    raise NotImplementedError


# %% after parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return in_features * out_features + out_features * bool(bias)
