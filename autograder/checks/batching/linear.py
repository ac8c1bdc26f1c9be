"""batching/linear: a linear layer as a function, for any leading dimensions and memory order."""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

import torch
from torch import Tensor

from autograder.checks.batching.pages import (
    EXACTLY,
    FORWARD,
    LEARNABLE,
    LEARNS,
    MANY_ROWS,
    SHAPES,
)
from autograder.checks.batching.recognizers import (
    ENDINGS,
    answer_cached,
    detached,
    dtype_forced,
    no_error,
    not_a_tensor,
    only_where,
    outcomes,
    refuses,
    returns_nothing,
    squeezed,
    words_for,
    wrong_error,
    wrong_facets,
    wrong_in_fitting,
)
from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.probes.watch import LAYERS


def linear(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """The reference: x @ weightᵀ + bias for every row, whatever leading dimensions number them."""
    if x.dim() < 1 or weight.dim() != 2 or x.shape[-1] != weight.shape[1]:
        raise ValueError("the shapes of x and weight do not fit")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError("the shapes of weight and bias do not fit")
    y = x @ weight.T
    return y if bias is None else y + bias


def linear_cases(draw: Draw) -> list[Case]:
    """Fourteen inputs that fit, four of them good to read, and seven that do not."""
    (p, q, r), (i, o, n), (a, b) = draw.sizes(3, 2, 4), draw.sizes(3), draw.sizes(2, 2, 4)
    small, bare, double = {"readable": True}, {"bias": False}, {"dtype": "float64"}
    plain = {
        "a single vector": ((), p, q, small),
        "a batch without bias": ((r,), q, p, {**small, **bare}),
        "a single vector without bias": ((), i, o, {**bare, **double}),
        "as many outputs as inputs": ((3,), 2, 2, small),
        "all sizes equal, float64": ((i,), i, i, {**bare, **double}),
        "a batch of one": ((1,), i, o, double),
        "one output": ((n,), i, 1, {}),
        "one input": ((i,), 1, n, bare),
        # Many numbers: what was rounded to float32 on the way shows in some of them only.
        "a batch with gaps in memory": ((40 + n,), o, i, {**double, "layout": "strided"}),
    }
    leading = {
        "two leading dimensions": ((2, 3), 2, 4, {**small, **bare}),
        "three leading dimensions, float64": ((a, b, 12), o, i, double),
        "two equal leading dimensions, in the other order in memory": (
            (a, a),
            i,
            n,
            {"layout": "leading swapped"},
        ),
        "an empty batch": ((0,), i, o, {}),
        "leading dimensions of one and none": ((1, 0), n, o, {**bare, **double}),
    }
    wide = {
        "x has more numbers a row than weight": ((n, i + 1), (o, i), (o,)),
        "x has as many numbers a row as weight has rows": ((n, o), (o, i), None),
        "x has one number a row, weight several": ((n, 1), (o, i), (o,)),
        "x has no dimension": ((), (o, i), None),
        "weight has one dimension": ((n, i), (i,), None),
        "bias has as many numbers as x has columns": ((n, i), (o, i), (i,)),
        "bias has a single number for several outputs": ((n, i), (o, i), (1,)),
    }
    return [
        *(_fitting(draw, label, "plain", *spec) for label, spec in plain.items()),
        *(_fitting(draw, label, "leading", *spec) for label, spec in leading.items()),
        *(_misfit(draw, label, *shapes) for label, shapes in wide.items()),
    ]


def _fitting(
    draw: Draw, label: str, tag: str, leading: tuple, inputs: int, outputs: int, extra: dict
) -> Case:
    dtype = extra.get("dtype", "float32")
    shapes = {"x": (*leading, inputs), "weight": (outputs, inputs)}
    shapes |= {"bias": (outputs,)} if extra.get("bias", True) else {}

    def drawn() -> dict[str, Tensor | None]:
        values = {name: draw.tensor(*shape, dtype=dtype) for name, shape in shapes.items()}
        return values | {"bias": values.get("bias")}

    first = drawn()
    if "readable" in extra:
        first |= {name: draw.readable(*shape) for name, shape in shapes.items()}
    case = {
        **first,
        "fits": True,
        "layout": extra.get("layout", "contiguous"),
        "second": drawn(),
        "upstream": draw.tensor(*leading, outputs, dtype=dtype),
    }
    return Case(label, case, frozenset({tag}))


def _misfit(draw: Draw, label: str, x: tuple, weight: tuple, bias: tuple | None) -> Case:
    inputs = {
        "x": draw.tensor(*x),
        "weight": draw.tensor(*weight),
        "bias": None if bias is None else draw.tensor(*bias),
        "fits": False,
    }
    return Case(label, inputs, frozenset({"refused"}))


_WORDS = {
    "y": "the output",
    "arguments_after": "the arguments after the call",
    "arguments_require_grad_after": "requires_grad of the arguments after the call",
    "grad_mode_kept": "whether gradients are still off after a call under no_grad",
}


def describe_linear(case: Case, facet: str) -> str:
    has_bias = case.inputs["bias"] is not None
    call = f"linear(x, weight{', bias' if has_bias else ''})"
    if facet in ("y_second", "y_flow"):
        call = f"linear(x, weight, bias={'bias' if has_bias else 'None'})"
    return words_for(call, _WORDS, ENDINGS)(case, facet)


def show_linear(case: Case, facet: str) -> dict[str, Any]:
    """The arguments, of the second call where a facet is about it; shapes where they matter."""
    later = facet in ("y_second", "y_flow")
    given = case.inputs["second"] if later else case.inputs
    values = {k: given[k] for k in ("x", "weight", "bias") if given[k] is not None}
    if facet in ("outcome", "raised") or given["x"].dim() > 2 or not given["x"].numel():
        return {f"{name}.shape": tuple(value.shape) for name, value in values.items()}
    return values


# ---------------------------------------------------------------------------- models


def _with(
    product: Callable[[Tensor, Tensor], Tensor] = lambda x, w: x @ w.T,
    add: Callable[[Tensor, Tensor], Tensor] = lambda y, b: y + b,
    end: Callable[[Tensor], Tensor] = lambda y: y,
) -> Callable:
    """The right function with its product, its bias or its end replaced."""

    def model(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
        y = product(x, weight)
        return end(y if bias is None else add(y, bias))

    return model


def _folded(x: Tensor) -> Tensor:
    return x.reshape(prod(x.shape[:-1]), x.shape[-1])


def _many(function: Callable[[Tensor], Tensor]) -> Callable[[Tensor], Tensor]:
    """``function`` where there are two leading dimensions or more."""
    return lambda y: function(y) if y.dim() > 2 else y


def _unfolded_in_another_order(x: Tensor, weight: Tensor) -> Tensor:
    leading = x.shape[:-1]
    rows = x.transpose(0, 1) if x.dim() > 2 else x
    return (_folded(rows) @ weight.T).reshape(*leading, len(weight))


# ---------------------------------------------------------------------------- recognizers


def _dimensions(case: Case) -> int:
    return case.inputs["x"].dim()


def _is_empty(case: Case) -> bool:
    return case.inputs["x"].numel() == 0


def _other_memory(case: Case) -> bool:
    return case.inputs["layout"] != "contiguous"


def _bias_required(evidence: Evidence) -> bool:
    return bool(evidence.raised()) and all(
        raised["type"] == "TypeError" and "required positional argument" in raised["text"]
        for raised in evidence.raised()
    )


def _bias_none(evidence: Evidence) -> bool:
    """Only calls without a bias go wrong, or a bias is asked whether it is true."""
    texts = [raised["text"] for raised in evidence.raised()]
    asked = bool(texts) and all("Boolean value of Tensor" in text for text in texts)
    return asked or only_where(lambda case: case.inputs["bias"] is None)(evidence)


def _two_dimensional_only(evidence: Evidence) -> bool:
    """Batches are right, and what has more leading dimensions raises."""
    wrong = wrong_in_fitting(evidence)
    return any("raised" in facets and _dimensions(case) > 2 for case, facets, _, _ in wrong) and (
        all(_dimensions(case) != 2 or _is_empty(case) for case, *_ in wrong)
    )


def _rows_mixed(evidence: Evidence) -> bool:
    """A row alone comes out right; among others its numbers are not the same."""
    wrong = wrong_in_fitting(evidence)
    return any(_dimensions(case) == 2 for case, *_ in wrong) and all(
        prod(case.inputs["x"].shape[:-1]) > 1
        and isinstance(answer.get("y"), Tensor)
        and answer["y"].shape == truth["y"].shape
        for case, _, answer, truth in wrong
    )


def _bias_broadcasts(evidence: Evidence) -> bool:
    let_through = [case for case, said in outcomes(evidence) if said == "no error"]
    return no_error(evidence) and all("bias" in case.label for case in let_through)


# ---------------------------------------------------------------------------- the ideas

LINEAR_IDEAS = (
    Idea(
        "bias-required",
        "The bias has no default. Calling linear(x, weight) is allowed: give the argument the "
        "default None.",
        f"{EXACTLY}#bias-shape",
        when=_bias_required,
    ),
    Idea(
        "returns-nothing",
        "The function returns None, at least where there is no bias. Return the result on every "
        "way through.",
        f"{MANY_ROWS}#one-row-at-a-time",
        when=returns_nothing("y"),
    ),
    Idea(
        "not-a-tensor",
        "The result is not a tensor. Return one tensor, with the leading dimensions of x; a comma "
        "after it makes a tuple.",
        f"{MANY_ROWS}#leading-dimensions",
        when=not_a_tensor("y"),
    ),
    Idea(
        "input-mutated",
        "An argument is written into. Make new tensors, and do nothing in place to what is given.",
        f"{EXACTLY}#input-untouched",
        when=wrong_facets("arguments_after", "arguments_require_grad_after"),
    ),
    Idea(
        "grad-mode-left",
        "Gradients are switched on or off afterwards, for the whole program. A function that "
        "computes has no need to touch that switch.",
        f"{LEARNS}#gradients-reach-it",
        when=wrong_facets("grad_mode_after", "grad_mode_kept"),
    ),
    Idea(
        "answer-cached",
        "A call with other numbers gives an earlier one's answer. Compute anew in each call.",
        f"{FORWARD}#nothing-is-cached",
        when=answer_cached("y", "y_second"),
    ),
    Idea(
        "bias-forgotten",
        "The bias is not added, or not to every row.",
        f"{EXACTLY}#bias-shape",
        models=(
            _with(add=lambda y, b: y),
            _with(add=lambda y, b: y + b if y.dim() <= 2 else y),
        ),
    ),
    Idea(
        "bias-subtracted",
        "The bias is subtracted. It is added, whatever its sign.",
        f"{EXACTLY}#bias-shape",
        models=(_with(add=lambda y, b: y - b),),
    ),
    Idea(
        "bias-summed",
        "All outputs get the same number of the bias. Each output has one of its own.",
        f"{EXACTLY}#bias-shape",
        models=(
            _with(add=lambda y, b: y + b.sum()),
            _with(add=lambda y, b: y + b.mean()),
        ),
    ),
    Idea(
        "weight-not-transposed",
        "x meets weight the wrong way round. weight is stored as (out, in), and the in of both "
        "has to meet; with a square weight nothing complains.",
        f"{MANY_ROWS}#one-row-at-a-time",
        models=(
            _with(lambda x, w: x @ w),
            lambda x, weight, bias=None: x @ weight + bias,  # and a missing bias is not handled
        ),
    ),
    Idea(
        "weight-reshaped",
        "weight is reshaped where it is due to be transposed. The shape comes out the same, and "
        "the numbers stand elsewhere.",
        f"{MANY_ROWS}#one-row-at-a-time",
        models=(_with(lambda x, w: x @ w.reshape(w.shape[1], w.shape[0])),),
    ),
    Idea(
        "activation-added",
        "An activation follows the product. A linear layer has none.",
        f"{LEARNABLE}#no-activation",
        models=(
            _with(end=torch.relu),
            _with(end=torch.sigmoid),
            _with(end=torch.tanh),
            _with(end=lambda y: y.softmax(-1)),
        ),
    ),
    Idea(
        "vector-becomes-row",
        "A vector of shape (in,) comes back as a batch of one. No leading dimension in means no "
        "leading dimension out.",
        f"{MANY_ROWS}#leading-dimensions",
        models=(_with(lambda x, w: torch.atleast_2d(x) @ w.T),),
    ),
    Idea(
        "leading-flattened",
        "The leading dimensions come back folded into one. Put them back as they were: only the "
        "last dimension changes.",
        f"{MANY_ROWS}#leading-dimensions",
        models=(
            _with(lambda x, w: _folded(x) @ w.T),
            _with(end=_many(_folded)),
            _with(end=_many(lambda y: y.flatten(1, -2) if y.dim() > 3 else _folded(y))),
        ),
    ),
    Idea(
        "squeezed",
        "A dimension of size one is dropped. A batch of one row, and a layer with one output, "
        "keep their dimensions.",
        f"{MANY_ROWS}#leading-dimensions",
        models=(
            _with(end=lambda y: y.squeeze()),
            _with(end=lambda y: y.squeeze(0) if y.dim() > 1 else y),
            _with(end=lambda y: y.squeeze(-1)),
        ),
        when=squeezed("y"),
    ),
    Idea(
        "leading-transposed",
        "Leading dimensions come out in another order, or are unfolded in another order than they "
        "were folded. Each row stays at its place.",
        f"{MANY_ROWS}#leading-dimensions",
        models=(
            _with(end=_many(lambda y: y.transpose(0, 1))),
            _with(_unfolded_in_another_order),
            _with(end=_many(lambda y: y.permute(*reversed(range(y.dim() - 1)), -1))),
        ),
    ),
    Idea(
        "outputs-not-last",
        "The outputs are not in the last dimension. Samples stay where they are, and out takes "
        "the place of in.",
        f"{SHAPES}#last-dimension",
        models=(
            _with(end=lambda y: y.mT if y.dim() > 1 else y),
            _with(end=lambda y: y.movedim(-1, 0)),
        ),
    ),
    Idea(
        "empty-batch-fails",
        "An empty batch goes wrong. It is a correct input and gives an empty output with out as "
        "its last size; a -1 in reshape or view cannot be worked out there.",
        f"{MANY_ROWS}#empty-batch",
        when=only_where(_is_empty),
    ),
    Idea(
        "view-on-other-memory",
        "view refuses an x whose numbers lie in another order in memory. Use what copies where it "
        "must, or do without folding.",
        f"{SHAPES}#view-reshape-flatten",
        when=only_where(_other_memory, raised=True),
    ),
    Idea(
        "memory-order-read",
        "Numbers are read in the order in which they lie in memory. What counts is the order of "
        "the indices.",
        f"{SHAPES}#view-reshape-flatten",
        when=only_where(_other_memory),
    ),
    Idea(
        "vector-not-taken",
        "A single vector of shape (in,) is refused or breaks the code. There may be no leading "
        "dimension at all.",
        f"{MANY_ROWS}#leading-dimensions",
        when=only_where(lambda case: _dimensions(case) == 1, raised=True),
    ),
    Idea(
        "two-dimensional-only",
        "Only a batch of rows is taken. The last dimension alone has to fit; in front of it there "
        "may be any number of dimensions, or none.",
        f"{MANY_ROWS}#leading-dimensions",
        when=_two_dimensional_only,
    ),
    Idea(
        "bias-none-mishandled",
        "A missing bias is not handled: it is None then. Ask `is None`; a tensor is neither true "
        "nor false.",
        f"{EXACTLY}#bias-shape",
        when=_bias_none,
    ),
    Idea(
        "dtype-forced",
        "A dtype is forced: in float64 the result has another one, or float32's digits. Compute "
        "in the dtype of the arguments.",
        f"{EXACTLY}#dtype",
        when=dtype_forced,
    ),
    Idea(
        "detached",
        "The values are right, and gradients do not find their way back to every argument. Do not "
        "leave torch on the way, and do not switch recording off.",
        f"{LEARNS}#gradients-reach-it",
        when=detached("y_flow"),
    ),
    Idea(
        "rows-mixed",
        "Rows influence one another: alone a row comes out right, in a batch it does not.",
        f"{MANY_ROWS}#rows-are-strangers",
        when=_rows_mixed,
    ),
    Idea(
        "refuses-what-fits",
        "A ValueError is raised for shapes that fit. The last size of x has to be that of weight, "
        "and bias has one number for each row of weight; nothing else matters.",
        f"{MANY_ROWS}#leading-dimensions",
        when=refuses,
    ),
    Idea(
        "bias-broadcasts",
        "A bias that does not fit is accepted: a single number is spread over all outputs. Compare "
        "its shape with the number of outputs and raise ValueError.",
        f"{SHAPES}#column-against-row",
        when=_bias_broadcasts,
    ),
    Idea(
        "no-error-on-mismatch",
        "Shapes that do not fit are let through: cut, turned or spread until they do. Compare them "
        "and raise ValueError.",
        f"{MANY_ROWS}#leading-dimensions",
        when=no_error,
    ),
    Idea(
        "wrong-error-type",
        "Another exception is raised than ValueError. Compare the shapes first and say in a "
        "ValueError what does not fit.",
        f"{MANY_ROWS}#leading-dimensions",
        when=wrong_error,
    ),
)

LINEAR_CHECK = Check(
    name="batching/linear",
    takes="linear",
    kind="function",
    parts=(
        Part("vectors and batches", 2, tag="plain"),
        Part(
            "any leading dimensions, of any size", 1, tag="leading", needs=("vectors and batches",)
        ),
        Part("refuses what does not fit", 1, tag="refused", needs=("vectors and batches",)),
    ),
    cases=linear_cases,
    reference=linear,
    answers=frozenset({"y", "y_second"}),
    ideas=LINEAR_IDEAS,
    describe=describe_linear,
    show=show_linear,
    page=f"{MANY_ROWS}#leading-dimensions",
    forbidden=LAYERS,
    instead="Build it from a product and a sum of tensors.",
)
