"""What the checks of the two initializers share: their cases, and what spoils either of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from autograder.checks.core import Case, Draw, Evidence, Idea
from autograder.checks.init.drawing import (
    OLD_KEPT,
    ONE_DRAW,
    draw_seeds,
    drawn_from,
    how_ideas,
    left_ideas,
    source_ideas,
)
from autograder.checks.init.laws import Law
from autograder.checks.init.pages import RECIPES, WRITING
from autograder.probes.init import OLD

Generator = torch.Generator | None
Size = Callable[[int, int], float]  # of the number of inputs and of outputs


def initializer(kind: str, size: Size, shift: float = 0.0) -> Callable:
    """A function that fills (out, in) from a law of ``kind``, in place and unrecorded."""

    def init_(tensor: Tensor, generator: Generator = None) -> Tensor:
        if tensor.dim() != 2:
            raise ValueError(f"expected (out, in), got the shape {tuple(tensor.shape)}")
        out_features, in_features = tensor.shape
        scale = size(in_features, out_features)
        with torch.no_grad():
            if kind == "normal":
                return tensor.normal_(shift * scale, scale, generator=generator)
            low = 0.0 if kind == "positive" else -scale
            return tensor.uniform_(low, scale, generator=generator)

    return init_


def initializer_cases(draw: Draw) -> list[Case]:
    """Eight tensors to fill, and one that has too few dimensions.

    The first is the largest, so that numbers beyond three standard deviations have to be there.
    """
    few, side = draw.sizes(2, 5, 9), draw.random.randint(55, 65)
    rows, columns = draw.sizes(2, 20, 45)
    specs = {
        "many outputs, few inputs": (draw.random.randint(2500, 2700), few[0], {"how": "by name"}),
        "a parameter, few outputs, many inputs": (
            few[1],
            draw.random.randint(800, 900),
            {"how": "omitted", "kind": "parameter"},
        ),
        "float64": (
            draw.random.randint(80, 95),
            draw.random.randint(40, 50),
            {"how": "by position", "dtype": "float64"},
        ),
        "as many outputs as inputs": (side, side, {"how": "none"}),
        "a parameter that lies in memory by columns": (
            rows,
            columns,
            {"how": "by name", "layout": "columns", "kind": "parameter"},
        ),
        "a tensor with gaps in memory": (columns, rows, {"how": "by position", "layout": "gaps"}),
        "a frozen parameter": (*draw.sizes(2, 4, 8), {"how": "by name", "kind": "frozen"}),
        "one output": (1, draw.random.randint(300, 400), {"how": "omitted"}),
    }
    vector = [draw.random.randint(5, 9)]
    cases = [
        _case(draw, label, [rows, columns], extra)
        for label, (rows, columns, extra) in specs.items()
    ]
    return [*cases, _case(draw, "a tensor with one dimension", vector, {"how": "omitted"})]


def _case(draw: Draw, label: str, shape: list[int], extra: dict) -> Case:
    defaults = {"dtype": "float32", "layout": "rows", "kind": "tensor"}
    return Case(label, {"shape": shape, **defaults, **extra, "seeds": draw_seeds(draw, 3)})


def laws(kind: str, size: Size) -> Callable[[Case], dict]:
    """The law and shape that are due for the tensor of a case; none where it is refused."""

    def due(case: Case) -> dict[str, tuple[Law, tuple[int, ...]]]:
        if len(case.inputs["shape"]) != 2:
            return {}
        out_features, in_features = case.inputs["shape"]
        return {"tensor": (Law(kind, size(in_features, out_features)), (out_features, in_features))}

    return due


def show_tensor(case: Case, facet: str) -> dict[str, Any]:
    return {"tensor.shape": tuple(case.inputs["shape"])}


def law(kind: str, size: Size) -> Callable[[Case], Law | None]:
    """The law of ``kind`` for each case that is filled."""

    def candidate(case: Case) -> Law | None:
        if len(case.inputs["shape"]) != 2:
            return None
        out_features, in_features = case.inputs["shape"]
        return Law(kind, size(in_features, out_features))

    return candidate


def law_idea(name: str, hint: str, page: str, kind: str, *sizes: Size) -> Idea:
    """Numbers of one kind with one of other ``sizes``: models, and how to recognize them."""
    return Idea(
        name,
        hint,
        page,
        models=tuple(initializer(kind, size) for size in sizes),
        when=drawn_from(*(law(kind, size) for size in sizes)),
    )


# ---------------------------------------------------------------------------- shared ideas


def _returned(evidence: Evidence) -> set[str]:
    return {str(found) for _, _, found, _ in evidence.wrong_values("returned")}


def _copy_returned(evidence: Evidence) -> bool:
    """The tensor has its old numbers everywhere, and something else comes back."""
    found = [value for _, _, value, _ in evidence.wrong_values("tensor")]
    old = len(found) > 5 and all(value == "the numbers from before" for value in found)
    return old and not evidence.raised() and bool(_returned(evidence) - {"NoneType"})


def _refused_outcomes(evidence: Evidence) -> set[str]:
    return {str(found) for _, _, found, _ in evidence.wrong_values("outcome")}


def _vector_changed(evidence: Evidence) -> bool:
    return not _refused_outcomes(evidence) and any(
        isinstance(found, Tensor) and bool((found != OLD).any())
        for _, _, found, _ in evidence.wrong_values("refused_after")
    )


def _strided_refused(evidence: Evidence) -> bool:
    texts = [raised["text"] for raised in evidence.raised()]
    return bool(texts) and all("view" in text and "stride" in text for text in texts)


def opening_ideas() -> tuple[Idea, ...]:
    """Ideas that come before any about the numbers."""
    return (
        Idea(
            "copy-returned",
            "The numbers are in a new tensor, and the one that was handed in is as it was. The "
            "underscore promises to fill that one.",
            WRITING,
            models=(lambda tensor, generator=None: torch.rand(tensor.shape),),
            when=_copy_returned,
        ),
        OLD_KEPT,
        ONE_DRAW,
    )


def closing_ideas() -> tuple[Idea, ...]:
    """Ideas for when the numbers are right, wherever there are any."""
    return (
        *how_ideas(),
        Idea(
            "view-of-strided",
            "view() needs rows that lie one after the other in memory, and a transposed tensor's "
            "do not. The random methods fill a tensor of any shape as it is.",
            WRITING,
            when=_strided_refused,
        ),
        *left_ideas(),
        Idea(
            "returns-nothing",
            "The tensor is filled, and None is returned. Return the tensor itself, so that calls "
            "can be chained.",
            WRITING,
            when=lambda e: _returned(e) == {"NoneType"},
        ),
        Idea(
            "another-returned",
            "The tensor is filled, and something else is returned. Return the very tensor that was "
            "handed in, not a copy, a new Parameter or its .data.",
            WRITING,
            when=lambda e: bool(_returned(e)),
        ),
        *source_ideas(),
        Idea(
            "vector-accepted",
            "A tensor with one dimension is let through. It has no inputs and outputs to count: "
            "raise ValueError.",
            RECIPES,
            when=lambda e: "no error" in _refused_outcomes(e),
        ),
        Idea(
            "wrong-error",
            "For a tensor with one dimension another exception is raised than ValueError. Look at "
            "the number of dimensions first.",
            RECIPES,
            when=lambda e: bool(_refused_outcomes(e)),
        ),
        Idea(
            "changed-before-the-error",
            "A tensor with one dimension is refused, but by then its numbers have changed. Look "
            "first, then write.",
            WRITING,
            when=_vector_changed,
        ),
    )
