"""Chapter 8, *the capstone*: seven checks of one class, a contract each, in their order."""

from autograder.checks.capstone.copying import COPYING_CHECK
from autograder.checks.capstone.forward import FORWARD_CHECK
from autograder.checks.capstone.gradients import GRADIENTS_CHECK
from autograder.checks.capstone.initialization import INITIALIZATION_CHECK
from autograder.checks.capstone.options import OPTIONS_CHECK
from autograder.checks.capstone.pytorch_inputs import PYTORCH_CHECK
from autograder.checks.capstone.state_dict import STATE_DICT_CHECK

CHECKS = (
    FORWARD_CHECK,
    OPTIONS_CHECK,
    INITIALIZATION_CHECK,
    STATE_DICT_CHECK,
    COPYING_CHECK,
    GRADIENTS_CHECK,
    PYTORCH_CHECK,
)
