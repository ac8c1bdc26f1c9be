"""The layer that is due, and what the checks of the capstone share."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import Tensor, nn

from autograder.checks.capstone.pages import LEARNABLE
from autograder.checks.core import Case, Draw, Evidence, Idea

INSTEAD = "Write it from tensors: `@`, `matmul`, `mm`, `addmm` and `einsum` are fine."


class Linear(nn.Module):
    """The reference: what nn.Linear promises, built from tensors."""

    def __init__(self, in_features, out_features, bias=True, device=None, dtype=None):
        super().__init__()
        self.in_features, self.out_features = in_features, out_features
        factory = {"device": device, "dtype": dtype}
        self.weight = nn.Parameter(torch.empty(out_features, in_features, **factory))
        self.register_parameter(
            "bias", nn.Parameter(torch.empty(out_features, **factory)) if bias else None
        )
        self.reset_parameters()

    def reset_parameters(self) -> None:
        bound = 1 / math.sqrt(self.in_features)
        with torch.no_grad():
            for parameter in (self.weight, self.bias):
                if parameter is not None:
                    parameter.uniform_(-bound, bound)

    def forward(self, x: Tensor) -> Any:
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias

    def extra_repr(self) -> str:
        sizes = f"in_features={self.in_features}, out_features={self.out_features}"
        return f"{sizes}, bias={self.bias is not None}"


def answering(formula: Callable[[nn.Module, Tensor], Any]) -> type:
    """The reference with another forward."""
    return type("Linear", (Linear,), {"forward": formula})


def drawn_values(draw: Draw, out_features: int, in_features: int, dtype: str) -> dict[str, Tensor]:
    """What a layer is to hold. For half precision, halves of small whole numbers: sums are exact,
    so that the order in which a right answer adds up does not matter."""
    return {
        "weight": drawn(draw, (out_features, in_features), dtype),
        "bias": drawn(draw, (out_features,), dtype),
    }


def drawn(draw: Draw, shape: Iterable[int], dtype: str) -> Tensor:
    if dtype in ("float16", "bfloat16"):
        halves = draw.tensor(*shape).mul(2).round()
        return (halves / 2 + (halves == 0) / 2).to(getattr(torch, dtype))
    return draw.tensor(*shape, dtype=dtype)


# ---------------------------------------------------------------------------- recognizers

When = Callable[[Evidence], bool]


def wrong_cases(evidence: Evidence) -> list[Case]:
    return [case for case, wrong in zip(evidence.cases, evidence.wrong, strict=True) if wrong]


def only_in(*tags: str) -> When:
    """Recognizes where cases without any of ``tags`` are right, and some with one are not."""

    def when(evidence: Evidence) -> bool:
        wrong = wrong_cases(evidence)
        return bool(wrong) and all(case.tags.intersection(tags) for case in wrong)

    return when


def is_wrong(*facets: str) -> When:
    return lambda evidence: bool(evidence.wrong_facets.intersection(facets))


def only_wrong(*facets: str) -> When:
    """Recognizes where nothing but some of ``facets`` is wrong."""
    return lambda evidence: bool(evidence.wrong_facets) and evidence.wrong_facets <= set(facets)


def text_says(*words: str) -> When:
    """Recognizes by words that the text of every exception holds, one of them or another."""

    def when(evidence: Evidence) -> bool:
        texts = [f"{raised['type']}: {raised['text']}" for raised in evidence.raised()]
        return bool(texts) and all(any(word in text for word in words) for text in texts)

    return when


def both(*tests: When) -> When:
    return lambda evidence: all(test(evidence) for test in tests)


def either(*tests: When) -> When:
    return lambda evidence: any(test(evidence) for test in tests)


def entry(facet: str, value: Any) -> When:
    """Recognizes where ``facet``, a dictionary, wrongly holds ``value`` for some name."""

    def when(evidence: Evidence) -> bool:
        return any(
            isinstance(found, dict) and found.get(name) == value != due[name]
            for _, _, found, due in evidence.wrong_values(facet)
            for name in due
        )

    return when


_OF_MODULES = ("_parameters", "_modules", "to", "train", "eval", "parameters", "state_dict")


def not_a_module() -> Idea:
    return Idea(
        "not-a-module",
        "The layer lacks what every nn.Module has. Inherit from nn.Module, and call "
        "super().__init__() before anything else.",
        f"{LEARNABLE}#parameters",
        when=text_says("__init__() call", *(f"no attribute '{name}'" for name in _OF_MODULES)),
    )
