# what: A module is written with %%writefile, imported, reloaded and used by a solution.

# %% before parameter-count
%%writefile my_counting.py
def weights(n_in, n_out):
    return n_in * n_out

# %% before parameter-count
import importlib
import sys

sys.path.insert(0, "")
import my_counting

importlib.reload(my_counting)

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    return my_counting.weights(in_features, out_features) + bool(bias) * out_features
