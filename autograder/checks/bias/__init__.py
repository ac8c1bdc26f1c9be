"""Chapter 3, *Bias*: four checks, a file each, in the order of the assignment."""

from autograder.checks.bias.absorb_bias import ABSORB_CHECK
from autograder.checks.bias.augment import AUGMENT_CHECK
from autograder.checks.bias.fit_line import FIT_LINE_CHECK
from autograder.checks.bias.linear import LINEAR_CHECK

CHECKS = (
    LINEAR_CHECK,
    FIT_LINE_CHECK,
    AUGMENT_CHECK,
    ABSORB_CHECK,
)
