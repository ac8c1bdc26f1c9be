"""Chapter 5, *Initialization*: six checks, a file each, in the order of the assignment."""

from autograder.checks.init.default_bound import DEFAULT_BOUND_CHECK
from autograder.checks.init.kaiming_normal import KAIMING_CHECK
from autograder.checks.init.reset_parameters import RESET_CHECK
from autograder.checks.init.signal_stats import SIGNAL_CHECK
from autograder.checks.init.symmetric_units import SYMMETRIC_CHECK
from autograder.checks.init.xavier_uniform import XAVIER_CHECK

CHECKS = (
    DEFAULT_BOUND_CHECK,
    RESET_CHECK,
    XAVIER_CHECK,
    KAIMING_CHECK,
    SIGNAL_CHECK,
    SYMMETRIC_CHECK,
)
