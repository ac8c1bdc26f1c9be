"""bias/augment: a one at the end of each row."""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 (PyTorch's own abbreviation)
from torch import Tensor

from autograder.checks.batching.recognizers import (
    ENDINGS,
    answer_cached,
    detached,
    dtype_forced,
    no_error,
    not_a_tensor,
    only_where,
    refuses,
    returns_nothing,
    squeezed,
    words_for,
    wrong_error,
    wrong_facets,
)
from autograder.checks.bias.pages import COLUMN, EXACTLY, FORWARD, LEARNS, MANY_ROWS, SHAPES
from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part


def augment(x: Tensor) -> Tensor:
    """The reference: (…, in) to (…, in + 1), the last feature always one."""
    if x.dim() == 0:
        raise ValueError("x needs at least one dimension")
    return torch.cat([x, torch.ones_like(x[..., :1])], dim=-1)


def augment_cases(draw: Draw) -> list[Case]:
    """Thirteen inputs, three of them small and good to read, and a number."""
    (p, q), (a, b, c) = draw.sizes(2, 2, 3), draw.sizes(3, 7, 10)
    small, double = {"readable": True}, {"dtype": "float64"}
    plain = {
        "a batch": ((p, q), small),
        "a single vector": ((3,), small),
        "as many rows as features": ((a, a), double),
        "a batch of one": ((1, b), double),
        "one feature": ((c, 1), {}),
        "a single vector in float64": ((b,), double),
        "a batch, transposed in memory": ((b, c), {"layout": "transposed"}),
        "a batch with gaps in memory": ((c, a), {**double, "layout": "strided"}),
    }
    leading = {
        "two leading dimensions": ((2, 2, 3), small),
        "three leading dimensions, transposed in memory": (
            (2, p, q, a),
            {**double, "layout": "transposed"},
        ),
        "leading dimensions of one": ((1, b, 1, a), {}),
        "an empty batch": ((0, b), double),
        "an empty dimension in the middle": ((2, 0, c), {}),
    }
    number = {"x": draw.tensor(), "fits": False}
    return [
        *(_fitting(draw, label, "plain", *spec) for label, spec in plain.items()),
        *(_fitting(draw, label, "leading", *spec) for label, spec in leading.items()),
        Case("x has no dimension", number, frozenset({"leading"})),
    ]


def _fitting(draw: Draw, label: str, tag: str, shape: tuple, extra: dict) -> Case:
    dtype = extra.get("dtype", "float32")
    inputs = {
        "x": draw.readable(*shape) if "readable" in extra else draw.tensor(*shape, dtype=dtype),
        "fits": True,
        "layout": extra.get("layout", "contiguous"),
        "second": draw.tensor(*shape, dtype=dtype),
        "upstream": draw.tensor(*shape[:-1], shape[-1] + 1, dtype=dtype),
    }
    return Case(label, inputs, frozenset({tag}))


describe_augment = words_for(
    "augment(x)",
    {
        "longer": "the result",
        "x_after": "x after the call",
        "x_requires_grad_after": "x.requires_grad after the call",
        "grad_mode_kept": "whether gradients are still off after a call under no_grad",
    },
    ENDINGS,
)


def show_augment(case: Case, facet: str) -> dict[str, Any]:
    """x, of the second call where a facet is about it; its shape where that says more."""
    later = facet.endswith(("_second", "_flow"))
    x = case.inputs["second"] if later else case.inputs["x"]
    short = facet in ("outcome", "raised") or not x.numel()
    return {"x.shape": tuple(x.shape)} if short else {"x": x}


# ---------------------------------------------------------------------------- models


def _model(function: Callable[[Tensor], Tensor]) -> Callable:
    """``function`` of an x that has dimensions."""

    def model(x: Tensor) -> Tensor:
        if x.dim() == 0:
            raise ValueError("x needs at least one dimension")
        return function(x)

    return model


def _ending_with(function: Callable[[Tensor], Tensor]) -> Callable:
    """Something else than ones in the last column; ``function`` is given a column of ones."""
    return _model(lambda x: torch.cat([x, function(torch.ones_like(x[..., :1]))], dim=-1))


def _of_longer(function: Callable[[Tensor], Tensor]) -> Callable:
    return _model(lambda x: function(augment(x)))


def _row_of_ones(x: Tensor, dim: int) -> Tensor:
    if x.dim() == 1:
        return augment(x)
    shape = list(x.shape)
    shape[dim] = 1
    return torch.cat([x, x.new_ones(shape)], dim=dim)


def _overwritten(x: Tensor) -> Tensor:
    return torch.cat([x[..., :-1], torch.ones_like(x[..., :1])], dim=-1)


def _folded(y: Tensor) -> Tensor:
    return y.reshape(prod(y.shape[:-1]), y.shape[-1]) if y.dim() > 2 else y


def _rows(column: Tensor) -> int:
    return len(column) if column.dim() > 1 else 1


# ---------------------------------------------------------------------------- recognizers


def _wrong_end(evidence: Evidence) -> bool:
    """Everything is right but the last column."""
    wrong = [
        (found, due)
        for _, _, found, due in evidence.wrong_values()
        if isinstance(found, Tensor) and found.shape == due.shape
    ]
    return len(wrong) > 2 and all(
        torch.equal(found[..., :-1], due[..., :-1]) and found.dtype == due.dtype
        for found, due in wrong
    )


def _dimensions(case: Case) -> int:
    return case.inputs["x"].dim()


def _is_empty(case: Case) -> bool:
    return case.inputs["x"].numel() == 0


# ---------------------------------------------------------------------------- the ideas

_ONE = f"{COLUMN}#always-one"

AUGMENT_IDEAS = (
    Idea(
        "returns-nothing",
        "The function returns None. Return the new tensor; printing is not returning.",
        _ONE,
        when=returns_nothing("longer"),
    ),
    Idea(
        "not-a-tensor",
        "The result is not a tensor with numbers in it. Return one tensor; a comma makes a tuple.",
        _ONE,
        when=not_a_tensor("longer"),
    ),
    Idea(
        "input-mutated",
        "x is written into. Make a new tensor, and do nothing in place to what is given.",
        f"{EXACTLY}#input-untouched",
        when=wrong_facets("x_after", "x_requires_grad_after"),
    ),
    Idea(
        "grad-mode-left",
        "Gradients are switched on or off afterwards, for the whole program. This function has no "
        "need to touch that switch.",
        f"{LEARNS}#gradients-reach-it",
        when=wrong_facets("grad_mode_after", "grad_mode_kept"),
    ),
    Idea(
        "answer-cached",
        "A call with other numbers gives an earlier one's answer. Build the result anew each time.",
        f"{FORWARD}#nothing-is-cached",
        when=answer_cached("longer", "longer_second"),
    ),
    Idea(
        "ones-first",
        "The ones come first. They are due last, so that they meet the last column of the weight.",
        _ONE,
        models=(_model(lambda x: torch.cat([torch.ones_like(x[..., :1]), x], dim=-1)),),
    ),
    Idea(
        "ones-as-row",
        "The ones are one more row, which is one more sample. What is due is one more feature in "
        "each row.",
        _ONE,
        models=(
            _model(lambda x: _row_of_ones(x, 0)),
            _model(lambda x: torch.cat([x, torch.ones_like(x[:1])])),
            _model(lambda x: _row_of_ones(x, -2)),
        ),
    ),
    Idea(
        "ones-in-dimension-one",
        "The ones are appended in dimension 1. That is the last one of a batch of rows, and "
        "somewhere in the middle of what has more dimensions.",
        f"{MANY_ROWS}#leading-dimensions",
        models=(_model(lambda x: _row_of_ones(x, 1)),),
    ),
    Idea(
        "vector-becomes-row",
        "A vector of shape (in,) comes back as a batch of one. No leading dimension in means no "
        "leading dimension out.",
        f"{MANY_ROWS}#leading-dimensions",
        models=(_model(lambda x: augment(torch.atleast_2d(x))),),
    ),
    Idea(
        "leading-flattened",
        "The leading dimensions come back folded into one. Only the last dimension changes.",
        f"{MANY_ROWS}#leading-dimensions",
        models=(_of_longer(_folded),),
    ),
    Idea(
        "squeezed",
        "A dimension of size one is dropped. A batch of one row keeps its dimension.",
        f"{MANY_ROWS}#leading-dimensions",
        models=(_of_longer(lambda y: y.squeeze()), _of_longer(lambda y: y.squeeze(0))),
        when=squeezed("longer"),
    ),
    Idea(
        "transposed",
        "Rows and columns have changed places. Rows stay samples.",
        f"{SHAPES}#last-dimension",
        models=(_of_longer(lambda y: y.mT if y.dim() > 1 else y),),
    ),
    Idea(
        "ones-stacked",
        "Each number has got a one at its side, in a dimension of its own. Each row gets one.",
        _ONE,
        models=(_model(lambda x: torch.stack([x, torch.ones_like(x)], dim=-1)),),
    ),
    Idea(
        "too-many-ones",
        "There are more ones than one in a row. One input that is always one is enough.",
        _ONE,
        models=(
            _model(lambda x: torch.cat([x, torch.ones_like(x)], dim=-1)),
            _model(lambda x: F.pad(x, (1, 1), value=1.0)),
        ),
    ),
    Idea(
        "last-overwritten",
        "The one takes the place of the last feature. It is one feature more, and none is lost.",
        _ONE,
        models=(_model(_overwritten),),
    ),
    Idea(
        "one-added",
        "One is added to every number. It is due at the end of each row, beside them.",
        _ONE,
        models=(_model(lambda x: x + 1),),
    ),
    Idea(
        "nothing-appended",
        "x comes back as it was. What appends returns a new tensor, which has to be kept.",
        _ONE,
        models=(_model(lambda x: x.clone()),),
    ),
    Idea(
        "not-ones",
        "Something else than ones is in the last column. The bias has to be multiplied by exactly "
        "one.",
        _ONE,
        models=(
            _ending_with(torch.zeros_like),
            _ending_with(lambda ones: -ones),
            _ending_with(lambda ones: ones * _rows(ones)),
        ),
        when=_wrong_end,
    ),
    Idea(
        "empty-batch-fails",
        "An x without rows goes wrong. It is a correct input and gives a result without rows.",
        f"{MANY_ROWS}#empty-batch",
        when=only_where(_is_empty),
    ),
    Idea(
        "view-on-other-memory",
        "view refuses an x whose numbers lie in another order in memory. Do without folding, or "
        "use what copies where it must.",
        f"{SHAPES}#view-reshape-flatten",
        when=only_where(lambda case: case.inputs["layout"] != "contiguous", raised=True),
    ),
    Idea(
        "refuses-what-fits",
        "A ValueError is raised for an x that fits. A single dimension is enough, of any size.",
        f"{MANY_ROWS}#leading-dimensions",
        when=refuses,
    ),
    Idea(
        "dimensions-not-taken",
        "Some numbers of dimensions are not taken: a single vector, or more than a batch of rows. "
        "In front of the last dimension there may be any number of dimensions, or none.",
        f"{MANY_ROWS}#leading-dimensions",
        when=only_where(lambda case: _dimensions(case) != 2, raised=True),
    ),
    Idea(
        "dtype-forced",
        "A dtype is forced. New ones have torch's default dtype, unless they are told to have that "
        "of x.",
        f"{EXACTLY}#dtype",
        when=dtype_forced,
    ),
    Idea(
        "detached",
        "The values are right, and gradients do not find their way back to x. Do not leave torch "
        "on the way, and do not switch recording off.",
        f"{LEARNS}#gradients-reach-it",
        when=detached("longer_flow"),
    ),
    Idea(
        "no-error-on-mismatch",
        "A number without dimensions is let through. It has no features to which one could be "
        "added: raise ValueError.",
        f"{MANY_ROWS}#leading-dimensions",
        when=no_error,
    ),
    Idea(
        "wrong-error-type",
        "An x without dimensions raises something else than ValueError. Look at the number of "
        "dimensions first.",
        f"{MANY_ROWS}#leading-dimensions",
        when=wrong_error,
    ),
)

AUGMENT_CHECK = Check(
    name="bias/augment",
    takes="augment",
    kind="function",
    parts=(
        Part("vectors and batches", 1, tag="plain"),
        Part("any leading dimensions, but some", 1, tag="leading", needs=("vectors and batches",)),
    ),
    cases=augment_cases,
    reference=augment,
    answers=frozenset({"longer", "longer_second"}),
    ideas=AUGMENT_IDEAS,
    describe=describe_augment,
    show=show_augment,
    page=_ONE,
)
