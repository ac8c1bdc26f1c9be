# what: All the work is done by helpers in cells of their own; the solution cells only forward to them.

# %% before parameter-count
def weights_of(n_in, n_out):
    return n_in * n_out


# %% before parameter-count
def biases_of(n_out, flag):
    return n_out if flag else 0


# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return weights_of(in_features, out_features) + biases_of(out_features, bias)
