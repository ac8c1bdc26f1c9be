"""Chapter 7, *Pitfalls*: the clinic, the diagnosis and two tests by the learner, a file each.

In the order of the assignment. The last five are for those who like them and give no points.
"""

from autograder.checks.pitfalls.broadcast_loss import BROADCAST_LOSS_CHECK
from autograder.checks.pitfalls.detached_forward import DETACHED_FORWARD_CHECK
from autograder.checks.pitfalls.exhausted_generator import EXHAUSTED_GENERATOR_CHECK
from autograder.checks.pitfalls.experiment import EXPERIMENT_CHECK
from autograder.checks.pitfalls.forgotten_flatten import FORGOTTEN_FLATTEN_CHECK
from autograder.checks.pitfalls.impostor import IMPOSTOR_CHECK
from autograder.checks.pitfalls.lazy_first_call import LAZY_FIRST_CALL_CHECK
from autograder.checks.pitfalls.list_of_layers import LIST_OF_LAYERS_CHECK
from autograder.checks.pitfalls.missing_super import MISSING_SUPER_CHECK
from autograder.checks.pitfalls.plain_tensor import PLAIN_TENSOR_CHECK
from autograder.checks.pitfalls.stale_optimizer import STALE_OPTIMIZER_CHECK
from autograder.checks.pitfalls.why_no_parameters import WHY_NO_PARAMETERS_CHECK
from autograder.checks.pitfalls.wrong_dtype import WRONG_DTYPE_CHECK

CHECKS = (
    LIST_OF_LAYERS_CHECK,
    PLAIN_TENSOR_CHECK,
    EXHAUSTED_GENERATOR_CHECK,
    STALE_OPTIMIZER_CHECK,
    DETACHED_FORWARD_CHECK,
    WHY_NO_PARAMETERS_CHECK,
    IMPOSTOR_CHECK,
    EXPERIMENT_CHECK,
    MISSING_SUPER_CHECK,
    FORGOTTEN_FLATTEN_CHECK,
    WRONG_DTYPE_CHECK,
    BROADCAST_LOSS_CHECK,
    LAZY_FIRST_CALL_CHECK,
)
