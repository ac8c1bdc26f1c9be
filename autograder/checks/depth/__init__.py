"""Chapter 6, *Depth*: five checks, a file each, in the order of the assignment."""

from autograder.checks.depth.collapse import COLLAPSE_CHECK
from autograder.checks.depth.fit import FIT_CHECK
from autograder.checks.depth.low_rank import LOW_RANK_CHECK
from autograder.checks.depth.mlp import MLP_CHECK
from autograder.checks.depth.xor_net import XOR_NET_CHECK

CHECKS = (
    COLLAPSE_CHECK,
    XOR_NET_CHECK,
    MLP_CHECK,
    FIT_CHECK,
    LOW_RANK_CHECK,
)
