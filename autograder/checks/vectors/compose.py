"""vectors/compose: two maps in a row as one matrix."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from autograder.checks.core import Case, Check, Draw, Evidence, Idea
from autograder.checks.vectors.pages import MATRICES
from autograder.checks.vectors.products import (
    ANSWERS,
    ROUNDINGS,
    cancelling,
    describe,
    fitting_case,
    idea_returns_nothing,
    ideas_of_refusal,
    ideas_of_state,
    ideas_of_type,
    misfit_case,
    not_a_tensor,
    parts,
    results,
    rounded,
    show,
)
from autograder.wire import Opaque

NAMES = ("first", "second")


def compose(first: Tensor, second: Tensor) -> Tensor:
    """The reference: (n, k) and (k, m) give the (n, m) matrix of first, then second."""
    if first.dim() != 2 or second.dim() != 2 or first.shape[1] != second.shape[0]:
        raise ValueError("first needs as many columns as second has rows")
    return first @ second


def compose_cases(draw: Draw) -> list[Case]:
    """Eleven pairs that fit, two of them good to read; and eight that do not."""
    (n, k, m), (a, b, c) = draw.sizes(3), draw.sizes(3)
    double, single = {"dtype": "float64"}, draw.tensor(k, k, dtype="float64")
    specs = {
        "two square matrices": ((2, 2, 2), {"readable": True}),
        "three different sizes": ((2, 3, 1), {"readable": True}),
        "three different sizes, float64": ((n, k, m), double),
        "two square matrices, float64": ((m, m, m), double),
        "as many columns at the end as rows at the start": ((a, b, a), {}),
        "only the first is square": ((a, a, c), double),
        "only the second is square": ((b, c, c), {}),
        "terms that nearly cancel, float64": (
            (n, 4, k),
            cancelling(draw, 2, k, rows=(n,)),
        ),
        "transposed in memory": ((c, b, a), {"layout": "transposed"}),
        "the same matrix twice": (
            (k, k, k),
            {**double, "layout": "shared", "values": (single, single)},
        ),
        "the second changes nothing": (
            (n, m, m),
            {"values": (draw.tensor(n, m), torch.eye(m))},
        ),
    }
    i, j = draw.sizes(2, 3, 6)
    misfits = {
        "first has one more column than second rows": ((i, j + 1), (j, i)),
        "second has more rows than first columns": ((i, j), (j + 2, i)),
        "they fit only the other way round": ((i, j), (j + i, i)),
        "first has one column, second several rows": ((i, 1), (j, i)),
        "second has one row, first several columns": ((i, j), (1, i)),
        "first has one dimension": ((j,), (j, i)),
        "second has one dimension": ((i, j), (j,)),
        "first has three dimensions": ((2, i, j), (j, i)),
    }
    return [
        *(
            fitting_case(draw, label, NAMES, ((p, q), (q, r)), (p, r), **extra)
            for label, ((p, q, r), extra) in specs.items()
        ),
        *(
            misfit_case(draw, label, NAMES, (first, second))
            for label, (first, second) in misfits.items()
        ),
    ]


# ---------------------------------------------------------------------------- recognizers


def _function_returned(evidence: Evidence) -> bool:
    """A function, a module or another object; values and what holds values have ideas of theirs."""
    found = results(evidence)
    return bool(found) and not any(
        isinstance(value, (Tensor, list, tuple, dict, str, float, int, type(None)))
        or _kind(value) == "ndarray"
        for value in found
    )


def _kind(value: Any) -> str:
    """The name of a value's type, also after its journey."""
    return value.kind if isinstance(value, Opaque) else type(value).__name__


# ---------------------------------------------------------------------------- models

Formula = Callable[[Tensor, Tensor], Tensor]


def _if_possible(formula: Formula) -> Formula:
    """Wrong wherever the wrong formula gives anything at all."""

    def model(first: Tensor, second: Tensor) -> Tensor:
        try:
            return formula(first, second)
        except RuntimeError:
            return compose(first, second)

    return model


def _if(condition: Callable[[Tensor, Tensor], bool], formula: Formula) -> Formula:
    def model(first: Tensor, second: Tensor) -> Tensor:
        return (formula if condition(first, second) else compose)(first, second)

    return model


def _checked(formula: Formula) -> Formula:
    """As it stands, with a ValueError where it fails."""

    def model(first: Tensor, second: Tensor) -> Tensor:
        try:
            return formula(first, second)
        except RuntimeError as error:
            raise ValueError("does not fit") from error

    return model


def _alike(first: Tensor, second: Tensor) -> bool:
    return first.shape == second.shape


def _square(matrix: Tensor) -> bool:
    return matrix.shape[0] == matrix.shape[1]


def _everywhere(formula: Formula) -> tuple[Formula, ...]:
    return formula, _if_possible(formula), _if(_alike, formula), _checked(formula)


def _pairs_only(first: Tensor, second: Tensor) -> Tensor:
    return torch.diag(compose(first, second).diagonal())


def _glued(first: Tensor, second: Tensor) -> Tensor:
    rows = min(len(first), len(second))
    return torch.cat([first[:rows], second[:rows]], dim=1)


COMPOSE_IDEAS = (
    idea_returns_nothing(f"{MATRICES}#matrix-composition", "the matrix"),
    Idea(
        "function-returned",
        "The result is a function or another object. It does the same to x, but one matrix is "
        "due, which can be stored, shown and multiplied on.",
        f"{MATRICES}#matrix-composition",
        when=_function_returned,
    ),
    Idea(
        "not-a-tensor",
        "The result is not a tensor. One matrix is due: neither a pair nor a list nor a NumPy "
        "array.",
        f"{MATRICES}#matrix-composition",
        when=not_a_tensor,
    ),
    *ideas_of_state(f"{MATRICES}#matrix-composition"),
    Idea(
        "order-swapped",
        "The two are multiplied in the other order, as books do that write the vector on the "
        "right. Here x stands on the left, so the matrix next to it acts first.",
        f"{MATRICES}#matrix-composition",
        models=(
            *_everywhere(lambda first, second: second @ first),
            _if(
                lambda first, second: first.shape[0] == second.shape[1],
                lambda first, second: second @ first,
            ),
        ),
    ),
    Idea(
        "elementwise-product",
        "`*` multiplies entry by entry, and fits only where the shapes are alike. Composing sends "
        "each row of the first matrix through the second.",
        f"{MATRICES}#matrix-composition",
        models=_everywhere(lambda first, second: first * second),
    ),
    Idea(
        "sum-for-product",
        "The two matrices are added or averaged: both then act on x itself. Composing lets the "
        "second act on what the first has made of it.",
        f"{MATRICES}#matrix-composition",
        models=(
            *_everywhere(lambda first, second: first + second),
            *_everywhere(lambda first, second: (first + second) / 2),
        ),
    ),
    Idea(
        "result-transposed",
        "The product comes out transposed, rows and columns exchanged. Row 0 of the result is "
        "where [1, 0, …] lands after both maps.",
        f"{MATRICES}#plane-under-a-matrix",
        models=(
            lambda first, second: (first @ second).T,
            _if(_alike, lambda first, second: (first @ second).T),
            lambda first, second: (first @ second).T if _square(first @ second) else first @ second,
        ),
    ),
    Idea(
        "factor-transposed",
        "One of the factors, or both, is transposed before the product, as a layer does with its "
        "weight. Where a matrix is square nothing complains. Here both are used as they stand.",
        f"{MATRICES}#shapes-rule",
        models=(
            lambda first, second: first @ second.T,
            _if(lambda first, second: _square(second), lambda first, second: first @ second.T),
            _if_possible(lambda first, second: first @ second.T),
            lambda first, second: first.T @ second,
            _if(lambda first, second: _square(first), lambda first, second: first.T @ second),
            _if_possible(lambda first, second: first.T @ second),
            _if(_alike, lambda first, second: first.T @ second.T),
        ),
    ),
    Idea(
        "one-map-only",
        "Only one of the two matrices is in the result. Both maps act on x, one after the other.",
        f"{MATRICES}#matrix-composition",
        models=(
            lambda first, second: first.clone(),
            lambda first, second: second.clone(),
        ),
    ),
    Idea(
        "map-applied-twice",
        "One of the maps acts twice where it is square. Each acts once.",
        f"{MATRICES}#matrix-composition",
        models=(
            _if(
                lambda first, second: _square(first),
                lambda first, second: first @ first @ second,
            ),
            _if(
                lambda first, second: _square(second),
                lambda first, second: first @ second @ second,
            ),
        ),
    ),
    Idea(
        "glued-together",
        "The matrices are put side by side, or every entry meets every other. Composing gives "
        "first's rows and second's columns: (n, k) and (k, m) make (n, m).",
        f"{MATRICES}#shapes-rule",
        models=(
            lambda first, second: torch.block_diag(first, second),
            lambda first, second: torch.kron(first, second),
            _glued,
        ),
    ),
    Idea(
        "bent-between",
        "Negative numbers become zero on the way, as with an activation. No matrix can do that: "
        "the two maps follow each other with nothing in between.",
        f"{MATRICES}#linear-map",
        models=(
            lambda first, second: first.relu() @ second,
            lambda first, second: (first @ second).relu(),
        ),
    ),
    Idea(
        "normalized",
        "The sums are divided by their number of terms. Each entry is a plain dot product.",
        f"{MATRICES}#columns-dotted",
        models=(lambda first, second: first @ second / first.shape[1],),
    ),
    Idea(
        "matching-pairs-only",
        "Each row of the first meets one column of the second only. Every row meets every column.",
        f"{MATRICES}#matrix-composition",
        models=(
            _if(lambda first, second: first.shape[0] == second.shape[1], _pairs_only),
            _if(_alike, _pairs_only),
        ),
    ),
    *ideas_of_type(f"{MATRICES}#matrix-composition"),
    Idea(
        "rounded",
        "Decimals are cut off or rounded, or go through half precision. Keep every digit.",
        f"{MATRICES}#matrix-composition",
        models=tuple(
            lambda first, second, cut=cut: cut(compose(first, second)) for cut in ROUNDINGS
        ),
        when=rounded,
    ),
    *ideas_of_refusal(
        f"{MATRICES}#shapes-rule",
        "Two matrices fit if the first has as many columns as the second has rows.",
        truncates=False,
    ),
)

COMPOSE_CHECK = Check(
    name="vectors/compose",
    takes="compose",
    kind="function",
    parts=parts("the composed matrix"),
    cases=compose_cases,
    reference=compose,
    answers=ANSWERS,
    ideas=COMPOSE_IDEAS,
    describe=describe("compose(first, second)"),
    show=show(*NAMES),
    page=f"{MATRICES}#matrix-composition",
)
