# what: Right at its place and wrong at the end, it is asked hidden cases at its place, and notes them for the next.
# expect: count-parameters=error
# blind: what is shown must be the same whatever the hidden inputs are

# %% replace parameter-count
ASKED, SPOILED = [], []

def linear_parameter_count(in_features, out_features, bias=True):
    ASKED.append(f"{in_features}x{out_features}")
    return 0 if SPOILED else out_features * (in_features + bool(bias))

# %% replace count-parameters
def count_parameters(module):
    raise ValueError("LEAK" + "ED" + "_".join(map(str, ASKED)))

# %% last
SPOILED.append(True)
