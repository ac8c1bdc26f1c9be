# what: The recursion limit is raised and a solution recurses deeply.

# %% before parameter-count
import sys

sys.setrecursionlimit(20_000)

# %% replace parameter-count
def linear_parameter_count(in_features, out_features, bias=True):
    def add(times):
        return 0 if times == 0 else out_features + add(times - 1)

    return add(in_features) + (out_features if bias else 0)
