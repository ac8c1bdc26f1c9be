# what: The solutions return the hidden inputs as strings, keys and long numbers.
# expect: parameter-count=failed count-parameters=failed
# blind: what is shown must be the same whatever the hidden inputs are

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return f"{'LEAK' + 'ED'} {in_features} {out_features} {bias}"

# %% replace count-parameters
def count_parameters(module):
    return int("3132" + "33" + "313233" * 30)
