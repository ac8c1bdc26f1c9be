"""vectors/vecmat: a vector times a matrix, as a mixture of rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, close
from autograder.checks.vectors.pages import MATRICES
from autograder.checks.vectors.products import (
    ANSWERS,
    ROUNDINGS,
    cancelling,
    describe,
    fitting,
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
from autograder.probes.watch import PRODUCTS

NAMES = ("x", "matrix")


def vecmat(x: Tensor, matrix: Tensor) -> Tensor:
    """The reference: the rows of ``matrix`` (n, m), mixed in the amounts of ``x`` (n,)."""
    if x.dim() != 1 or matrix.dim() != 2 or len(x) != len(matrix):
        raise ValueError("x needs one entry for each row of matrix")
    return (x[:, None] * matrix).sum(0)


def vecmat_cases(draw: Draw) -> list[Case]:
    """Eleven pairs that fit, two of them good to read; and nine that do not."""
    (a, b), (c, d), (n, m, k) = draw.sizes(2), draw.sizes(2), draw.sizes(3)
    one_hot = torch.zeros(k)
    one_hot[draw.random.randrange(k)] = 1.0
    few, many = sorted((c, d))
    specs = {
        "as many rows as columns": ((2, 2), {"readable": True}),
        "two rows, three columns": ((2, 3), {"readable": True}),
        "more rows than columns": ((many, few), {}),
        "more columns than rows, float64": ((few, many), {"dtype": "float64"}),
        "as many rows as columns, float64": ((n, n), {"dtype": "float64"}),
        "terms that nearly cancel, float64": ((4, m), cancelling(draw, 2, m)),
        "one row": ((1, m), {"dtype": "float64"}),
        "one column": ((n, 1), {}),
        "transposed in memory": ((a, b), {"layout": "transposed"}),
        "with gaps in memory": ((b, a), {"dtype": "float64", "layout": "strided"}),
        "x picks a single row": ((k, m), {"values": (one_hot, draw.tensor(k, m))}),
    }
    j, i = sorted(draw.sizes(2, 3, 6))  # so that x has as many entries as columns only where said
    misfits = {
        "the matrix has one more row than x entries": ((i,), (i + 1, j), "longer"),
        "x has one more entry than the matrix rows": ((i + 1,), (i, j), "longer"),
        "x fits the columns and not the rows": ((j,), (i, j)),
        "x has one entry, the matrix several rows": ((1,), (i, j)),
        "the matrix has one row, x several entries": ((i,), (1, j)),
        "x has two dimensions": ((j, i), (i, j), "dimensions"),
        "x is a column": ((i, 1), (i, j), "dimensions"),
        "the matrix has one dimension": ((i,), (i,), "dimensions"),
        "the matrix has three dimensions": ((i,), (i, j, j), "dimensions"),
    }
    return [
        *(
            fitting_case(draw, label, NAMES, ((shape[0],), shape), (shape[1],), **extra)
            for label, (shape, extra) in specs.items()
        ),
        *(
            misfit_case(draw, label, NAMES, (first, second), *tags)
            for label, (first, second, *tags) in misfits.items()
        ),
    ]


# ---------------------------------------------------------------------------- recognizers


def _column_result(evidence: Evidence) -> bool:
    """The right numbers, as a row or column."""
    wrong = list(evidence.wrong_values("result", "result_2"))
    return len(wrong) > 2 and all(
        isinstance(found, Tensor)
        and found.dim() == 2
        and 1 in found.shape
        and close(found.flatten(), due)
        for _, _, found, due in wrong
    )


def _squeezed(evidence: Evidence) -> bool:
    """Wrong with one column only, and a number there."""
    wrong = fitting(evidence)
    return (
        bool(wrong)
        and all(case.inputs["matrix"].shape[1] == 1 for case, *_ in wrong)
        and all(isinstance(found, Tensor) and found.dim() == 0 for found in results(evidence))
    )


def _rows_met(evidence: Evidence) -> bool:
    """Dot products with the rows of square matrices, in whatever dtype; no columns elsewhere."""
    wrong = [
        (answer.get("result"), case.inputs["x"], case.inputs["matrix"])
        for case, _, answer, _ in fitting(evidence)
    ]
    square = [(found, x, rows) for found, x, rows in wrong if rows.shape[0] == rows.shape[1]]
    others = [(found, x) for found, x, rows in wrong if rows.shape[0] != rows.shape[1]]
    return (
        len(square) > 1
        and all(_near(found, (rows * x).sum(1)) for found, x, rows in square)
        and all(not isinstance(found, Tensor) or found.shape == x.shape for found, x in others)
    )


def _near(found: Any, due: Tensor) -> bool:
    return (
        isinstance(found, Tensor)
        and found.shape == due.shape
        and torch.allclose(found.double(), due.double(), 1e-4, 5e-3)  # in float32, terms up to 2000
    )


def _memory_order(evidence: Evidence) -> bool:
    """Right where the matrix lies in memory in the order of its indices."""
    wrong = fitting(evidence)
    return bool(wrong) and all(case.inputs["layout"] != "contiguous" for case, *_ in wrong)


# ---------------------------------------------------------------------------- models

Formula = Callable[[Tensor, Tensor], Tensor]


def _if_square(formula: Formula) -> Formula:
    """Wrong for square matrices, where the wrong formula fits."""
    return lambda x, matrix: (formula if len(set(matrix.shape)) == 1 else vecmat)(x, matrix)


def _if_possible(formula: Formula) -> Formula:
    """Wrong wherever the wrong formula gives anything at all."""

    def model(x: Tensor, matrix: Tensor) -> Tensor:
        try:
            return formula(x, matrix)
        except RuntimeError:
            return vecmat(x, matrix)

    return model


def _checked(formula: Formula) -> Formula:
    """As it stands, with a ValueError where it fails."""

    def model(x: Tensor, matrix: Tensor) -> Tensor:
        try:
            return formula(x, matrix)
        except RuntimeError as error:
            raise ValueError("does not fit") from error

    return model


def _everywhere(formula: Formula) -> tuple[Formula, ...]:
    return formula, _if_square(formula), _if_possible(formula), _checked(formula)


def _rows_dotted(x: Tensor, matrix: Tensor) -> Tensor:
    return (x * matrix).sum(1)


def _columns_scaled(x: Tensor, matrix: Tensor) -> Tensor:
    return (x * matrix).sum(0)


def _mixed(x: Tensor, matrix: Tensor, rows: slice) -> Tensor:
    return (x[rows, None] * matrix[rows]).sum(0)


def _one_column_a_row(x: Tensor, matrix: Tensor) -> Tensor:
    y = vecmat(x, matrix)
    return y * (torch.arange(len(y)) < len(x))


VECMAT_IDEAS = (
    idea_returns_nothing(f"{MATRICES}#rows-mixed", "the vector"),
    Idea(
        "not-a-tensor",
        "The result is not a tensor. One tensor with an entry for each column is due, and not a "
        "list, a tuple or a NumPy array of them; `torch.stack` joins tensors into one.",
        f"{MATRICES}#columns-dotted",
        when=not_a_tensor,
    ),
    *ideas_of_state(f"{MATRICES}#rows-mixed"),
    Idea(
        "squeezed",
        "With one column the result has lost its dimension. A vector of one entry is still a "
        "vector, of shape (1,).",
        f"{MATRICES}#shapes-rule",
        models=(lambda x, matrix: vecmat(x, matrix).squeeze(),),
        when=_squeezed,
    ),
    Idea(
        "rows-dotted",
        "x meets the rows of the matrix in dot products. That is matrix @ x, which looks alike on "
        "a square matrix. In x @ matrix each entry of x says how much of one row goes in.",
        f"{MATRICES}#columns-dotted",
        models=(*_everywhere(_rows_dotted), lambda x, matrix: vecmat(x, matrix.T)),
        when=_rows_met,
    ),
    Idea(
        "scales-columns",
        "Broadcasting has laid x along the columns, so that each column is scaled by one entry. "
        "Each entry of x belongs to a row: x has to stand upright beside the matrix.",
        f"{MATRICES}#rows-mixed",
        models=(*_everywhere(_columns_scaled), *_everywhere(lambda x, matrix: x * matrix)),
    ),
    Idea(
        "column-result",
        "The numbers are right, but they lie in a matrix with one row or column. A vector times a "
        "matrix is a vector: (n,) and (n, m) give (m,).",
        f"{MATRICES}#shapes-rule",
        models=(
            lambda x, matrix: vecmat(x, matrix)[:, None],
            lambda x, matrix: vecmat(x, matrix)[None],
        ),
        when=_column_result,
    ),
    Idea(
        "not-summed",
        "The rows are scaled but not yet added up: the result is still a table.",
        f"{MATRICES}#rows-mixed",
        models=(
            lambda x, matrix: x[:, None] * matrix,
            lambda x, matrix: (x[:, None] * matrix).T,
        ),
    ),
    Idea(
        "summed-too-far",
        "Everything is added up to a single number. Only the rows are added to each other; each "
        "column keeps a sum of its own.",
        f"{MATRICES}#rows-mixed",
        models=(lambda x, matrix: vecmat(x, matrix).sum(),),
    ),
    Idea(
        "sizes-swapped",
        "The sum runs along the wrong dimension, so that there is a number for each row. One for "
        "each column is due.",
        f"{MATRICES}#shapes-rule",
        models=(lambda x, matrix: (x[:, None] * matrix).sum(1),),
    ),
    Idea(
        "mean-for-sum",
        "The scaled rows are averaged. Add them up.",
        f"{MATRICES}#rows-mixed",
        models=(lambda x, matrix: vecmat(x, matrix) / len(x),),
    ),
    Idea(
        "normalized",
        "The result is divided by the sum of x or by lengths, as in an average or a cosine. "
        "Nothing is divided here.",
        f"{MATRICES}#columns-dotted",
        models=(
            lambda x, matrix: vecmat(x, matrix) / x.sum(),
            lambda x, matrix: vecmat(x, matrix) / (x.norm() * matrix.norm(dim=0)),
            lambda x, matrix: vecmat(x, matrix) / x.norm(),
        ),
    ),
    Idea(
        "vector-ignored",
        "The rows are added up as they are, without x. Each row first takes part as often as its "
        "entry of x says.",
        f"{MATRICES}#rows-mixed",
        models=(lambda x, matrix: matrix.sum(0),),
    ),
    Idea(
        "added-not-multiplied",
        "x is added to the rows. Each entry of x multiplies its row.",
        f"{MATRICES}#rows-mixed",
        models=(lambda x, matrix: (x[:, None] + matrix).sum(0),),
    ),
    Idea(
        "off-by-one",
        "Not all rows take part: the first or last is left out, or it is the only one. Look at "
        "where the loop begins and ends, at `=` for `+=`, and at a return inside the loop.",
        f"{MATRICES}#rows-mixed",
        models=(
            lambda x, matrix: _mixed(x, matrix, slice(1, None)),
            lambda x, matrix: _mixed(x, matrix, slice(None, -1)),
            lambda x, matrix: _mixed(x, matrix, slice(None, 1)),
            lambda x, matrix: _mixed(x, matrix, slice(-1, None)),
        ),
    ),
    Idea(
        "column-missing",
        "Columns are missing at the end, or stay zero: the loop over columns ends too soon. It "
        "runs once for each column, however many rows there are.",
        f"{MATRICES}#shapes-rule",
        models=(
            lambda x, matrix: vecmat(x, matrix)[:-1],
            lambda x, matrix: vecmat(x, matrix)[: len(x)],
            _one_column_a_row,
        ),
    ),
    Idea(
        "pairs-mixed-up",
        "Entries of x meet rows that are not theirs: the first entry belongs to the first row.",
        f"{MATRICES}#rows-mixed",
        models=(lambda x, matrix: vecmat(x.flip(0), matrix),),
    ),
    Idea(
        "reshaped-for-transposed",
        "`reshape` or `view` is used to exchange rows and columns. It keeps the numbers in their "
        "order and only cuts them into other rows; `.T` exchanges.",
        f"{MATRICES}#columns-dotted",
        models=(lambda x, matrix: (matrix.reshape(matrix.shape[::-1]) * x).sum(1),),
    ),
    Idea(
        "memory-order",
        "Right only where the matrix lies in memory row after row. A transposed matrix does not: "
        "use indices or `reshape`, not `view` or the memory itself.",
        f"{MATRICES}#rows-mixed",
        when=_memory_order,
    ),
    Idea(
        "sign-lost",
        "Negative numbers lose their sign or become zero. Nothing comes after the sum.",
        f"{MATRICES}#rows-mixed",
        models=(
            lambda x, matrix: vecmat(x, matrix).abs(),
            lambda x, matrix: vecmat(x, matrix).relu(),
        ),
    ),
    *ideas_of_type(f"{MATRICES}#rows-mixed"),
    Idea(
        "rounded",
        "Decimals are cut off or rounded. Keep every digit; rounding is for showing numbers only.",
        f"{MATRICES}#rows-mixed",
        models=tuple(lambda x, matrix, cut=cut: cut(vecmat(x, matrix)) for cut in ROUNDINGS),
        when=rounded,
    ),
    *ideas_of_refusal(
        f"{MATRICES}#shapes-rule",
        "x and matrix fit if x is a vector, and the matrix has a row for each of its entries.",
        truncates=True,
    ),
)

VECMAT_CHECK = Check(
    name="vectors/vecmat",
    takes="vecmat",
    kind="function",
    parts=parts("the product"),
    cases=vecmat_cases,
    reference=vecmat,
    answers=ANSWERS,
    ideas=VECMAT_IDEAS,
    describe=describe("vecmat(x, matrix)"),
    show=show(*NAMES),
    page=f"{MATRICES}#rows-mixed",
    forbidden=PRODUCTS,
    instead="Use multiplication and addition, or your own dot.",
)
