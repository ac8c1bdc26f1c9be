"""Anything but a module raises TypeError.

verdict: passed
"""

from torch import nn


def count_parameters(module: nn.Module) -> int:
    """Return the number of elements of all parameters of module, each parameter once."""
    if not isinstance(module, nn.Module):
        raise TypeError(f"expected an nn.Module, got {type(module).__name__}")
    count: int = 0
    for parameter in module.parameters():
        assert isinstance(parameter, nn.Parameter)
        count += parameter.numel()
    return count
