# what: A solution is imported from the checks' own reference.
# expect: forward=error

# %% replace forward
from autograder.checks.linear_layer import Linear
