"""PyTorch's own inputs for its linear layer, as its test suite has them.

Recorded from torch.testing._internal, which takes seconds to import: the module inputs of
``common_modules`` for nn.Linear, and the sample inputs of ``common_methods_invocations`` for
nn.functional.linear. `test_capstone.py` compares this list with the installed torch. Only shapes
and arguments stand here; the numbers are drawn, uniform and as large as PyTorch draws them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PyTorchCase:
    """``origin``: "module" or "function"; ``bias``: whether there is one."""

    origin: str
    in_features: int
    out_features: int
    leading: tuple[int, ...]
    bias: bool
    keyword: bool = False  # whether PyTorch's test says bias=… to the constructor

    @property
    def most_of_x(self) -> float:
        """How large the numbers of x become."""
        return 9.0 if self.origin == "module" else 2.0

    @property
    def most_of_values(self) -> float:
        """The same for weight and bias; those of a module are what it starts with."""
        return self.in_features**-0.5 if self.origin == "module" else 2.0

    @property
    def label(self) -> str:
        kind = {"module": "nn.Linear", "function": "F.linear"}[self.origin]
        shape = (*self.leading, self.in_features)
        words = f"{kind}, x {shape}, weight {(self.out_features, self.in_features)}"
        return words + ("" if self.bias else ", no bias")


_LEADING = ((), (0,), (8,), (2, 3))
_SIZES = ((3, 4), (8, 8))  # in, out

MODULE = (
    PyTorchCase("module", 10, 8, (4,), True),
    PyTorchCase("module", 10, 8, (4,), False, keyword=True),
    PyTorchCase("module", 3, 5, (), True),
)
FUNCTION = (
    *(
        PyTorchCase("function", in_features, out_features, leading, bias)
        for bias in (True, False)
        for in_features, out_features in _SIZES
        for leading in _LEADING
    ),
    PyTorchCase("function", 2, 4, (2, 1, 2, 1), False),
    PyTorchCase("function", 2, 4, (2, 1, 2, 1), True),
)
ALL = (*MODULE, *FUNCTION)
