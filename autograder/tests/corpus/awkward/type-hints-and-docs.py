# what: Full type hints, future annotations, docstrings with doctests, and a run of doctest.

# %% first
from __future__ import annotations

from typing import Final

VERSION: Final[int] = 1

# %% replace parameter-count
def linear_parameter_count(in_features: int, out_features: int, bias: bool = True) -> int:
    """Count the learnable numbers.

    >>> linear_parameter_count(2, 3)
    9
    >>> linear_parameter_count(2, 3, bias=False)
    7
    """
    return in_features * out_features + (out_features if bias else 0)

# %% after check-parameter-count
import doctest

doctest.testmod(verbose=True)
