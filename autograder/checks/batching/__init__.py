"""Chapter 4, *Batches and shapes*: six checks, a file each, in the order of the assignment."""

from autograder.checks.batching.flatten_images import FLATTEN_CHECK
from autograder.checks.batching.fold_batchnorm import FOLD_CHECK
from autograder.checks.batching.linear import LINEAR_CHECK
from autograder.checks.batching.mse import MSE_CHECK
from autograder.checks.batching.per_sample_weight_grads import PER_SAMPLE_CHECK
from autograder.checks.batching.predict_in_batches import PREDICT_CHECK

CHECKS = (
    LINEAR_CHECK,
    FLATTEN_CHECK,
    PREDICT_CHECK,
    MSE_CHECK,
    PER_SAMPLE_CHECK,
    FOLD_CHECK,
)
