# what: The solution cell starts with blank lines, comments, a string and a semicolon.

# %% replace parameter-count


# --- my solution ---
"""A string that is not a docstring."""; x = 3
if True:
    def linear_parameter_count(in_features, out_features, bias=True): return in_features * out_features + bool(bias) * out_features;
