# what: One wrong answer remembers what it is asked, and the next wrong one says it in an error.
# expect: parameter-count=failed count-parameters=error
# blind: what is shown must be the same whatever the hidden inputs are

# %% replace parameter-count
ASKED = []

def linear_parameter_count(in_features, out_features, bias=True):
    ASKED.append(f"{in_features}x{out_features}")
    return 0

# %% replace count-parameters
def count_parameters(module):
    raise ValueError("LEAK" + "ED" + "_".join(map(str, ASKED)))
