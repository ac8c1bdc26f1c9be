"""The sizes are checked, the count is printed and warned about.

verdict: passed
"""

import warnings


def linear_parameter_count(in_features: int, out_features: int, bias: bool = True) -> int:
    """Return how many numbers a layer learns."""
    for size in (in_features, out_features):
        if not isinstance(size, int) or isinstance(size, bool):
            raise TypeError(f"sizes must be int, not {type(size).__name__}")
        if size < 0:
            raise ValueError(f"sizes must not be negative, got {size}")
    count = in_features * out_features + (out_features if bias else 0)
    print(f"{in_features} x {out_features}: {count:,}")
    if count > 1_000_000:
        warnings.warn("a large layer", stacklevel=2)
    return count
