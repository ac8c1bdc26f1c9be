# what: The learner calls the checks and progress() in cells of their own, several times.

# %% after check-forward
check("linear-layer/forward", Linear)

# %% after check-forward
for _ in range(3):
    check("linear-layer/forward", Linear)

# %% before copy-parameters
from autograder import check, progress

progress()

# %% last
check("linear-layer/copy-parameters", copy_parameters)
check("linear-layer/no-such-check", copy_parameters)
