# what: Below a check stands an old wrong attempt under the same name.

# %% after check-parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return in_features + out_features

# %% last
class Linear(nn.Module):
    pass
