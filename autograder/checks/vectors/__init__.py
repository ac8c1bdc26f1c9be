"""Chapter 1, *Vectors and matrices*: five checks, a file each, in the order of the assignment."""

from autograder.checks.vectors.compose import COMPOSE_CHECK
from autograder.checks.vectors.dot import DOT_CHECK
from autograder.checks.vectors.matmul_shape import MATMUL_SHAPE_CHECK
from autograder.checks.vectors.rotation import ROTATION_CHECK
from autograder.checks.vectors.vecmat import VECMAT_CHECK

CHECKS = (
    DOT_CHECK,
    VECMAT_CHECK,
    MATMUL_SHAPE_CHECK,
    COMPOSE_CHECK,
    ROTATION_CHECK,
)
