"""Chapter 2, *The linear layer*: five checks, a file each, in the order of the assignment."""

from autograder.checks.linear_layer.backward import BACKWARD_CHECK
from autograder.checks.linear_layer.copy_parameters import COPY_CHECK
from autograder.checks.linear_layer.count_parameters import COUNT_PARAMETERS_CHECK
from autograder.checks.linear_layer.forward import FORWARD_CHECK
from autograder.checks.linear_layer.parameter_count import PARAMETER_COUNT_CHECK

CHECKS = (
    FORWARD_CHECK,
    PARAMETER_COUNT_CHECK,
    COUNT_PARAMETERS_CHECK,
    BACKWARD_CHECK,
    COPY_CHECK,
)
