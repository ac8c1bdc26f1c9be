"""bias/absorb-bias: weight and bias in one matrix, whose last input is always one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from autograder.checks.batching.recognizers import (
    ENDINGS,
    answer_cached,
    detached,
    dtype_forced,
    no_error,
    not_a_tensor,
    refuses,
    returns_nothing,
    squeezed,
    words_for,
    wrong_error,
    wrong_facets,
)
from autograder.checks.bias.pages import COLUMN, EXACTLY, FORWARD, LEARNS, MANY_ROWS
from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, multiple


def absorb_bias(weight: Tensor, bias: Tensor) -> Tensor:
    """The reference: (out, in + 1), the bias as the last column."""
    if weight.dim() != 2 or bias.shape != weight.shape[:1]:
        raise ValueError("the shapes of weight and bias do not fit")
    return torch.cat([weight, bias[:, None]], dim=1)


def absorb_cases(draw: Draw) -> list[Case]:
    """Nine layers, three of them small and good to read, and six pairs that do not fit."""
    (a, b, c), n = draw.sizes(3, 4, 7), draw.random.randint(8, 11)
    small, double = {"readable": True}, {"dtype": "float64"}
    fitting = {  # out, in, more
        "more inputs than outputs": (2, 3, small),
        "more outputs than inputs": (3, 2, small),
        "as many outputs as inputs": (2, 2, small),
        "as many outputs as inputs, float64": (a, a, double),
        "float64": (b, c, double),
        "one output": (1, n, {}),
        "one input": (n, 1, double),
        "weight transposed in memory": (c, a, {"layout": "transposed"}),
        "with gaps in memory": (b, a, {**double, "layout": "strided"}),
    }
    misfits = {
        "bias has as many numbers as there are inputs": ((a, b), (b,)),
        "bias has a single number for several outputs": ((a, b), (1,)),
        "bias is a column": ((a, b), (a, 1)),
        "bias has no dimension": ((1, b), ()),
        "weight has one dimension": ((a,), (a,)),
        "weight has three dimensions": ((2, a, b), (2,)),
    }
    cases = [_fitting(draw, label, *spec) for label, spec in fitting.items()]
    for label, (weight, bias) in misfits.items():
        inputs = {"weight": draw.tensor(*weight), "bias": draw.tensor(*bias), "fits": False}
        cases.append(Case(label, inputs, frozenset({"refused"})))
    return cases


def _fitting(draw: Draw, label: str, out: int, in_: int, extra: dict) -> Case:
    dtype = extra.get("dtype", "float32")

    def layer() -> dict[str, Tensor]:
        return {
            "weight": draw.tensor(out, in_, dtype=dtype),
            "bias": draw.tensor(out, dtype=dtype),
        }

    first = layer()
    if "readable" in extra:
        values = draw.readable(out * (in_ + 1))
        first = {"weight": values[:-out].reshape(out, in_), "bias": values[-out:].clone()}
    inputs = {
        **first,
        "fits": True,
        "layout": extra.get("layout", "contiguous"),
        "second": layer(),
        "upstream": draw.tensor(out, in_ + 1, dtype=dtype),
    }
    return Case(label, inputs, frozenset({"fits"}))


describe_absorb = words_for(
    "absorb_bias(weight, bias)",
    {
        "wide": "the matrix",
        "arguments_after": "the arguments after the call",
        "arguments_require_grad_after": "requires_grad of the arguments after the call",
        "grad_mode_kept": "whether gradients are still off after a call under no_grad",
    },
    ENDINGS,
)


def show_absorb(case: Case, facet: str) -> dict[str, Any]:
    """Both arguments, of the second call where a facet is about it; for errors, their shapes."""
    later = facet.endswith(("_second", "_flow"))
    given = case.inputs["second"] if later else case.inputs
    values = {name: given[name] for name in ("weight", "bias")}
    if facet in ("outcome", "raised"):
        return {f"{name}.shape": tuple(value.shape) for name, value in values.items()}
    return values


# ---------------------------------------------------------------------------- models


def _model(function: Callable[[Tensor, Tensor], Tensor]) -> Callable:
    """``function`` of a weight and a bias that fit."""

    def model(weight: Tensor, bias: Tensor) -> Tensor:
        if weight.dim() != 2 or bias.shape != weight.shape[:1]:
            raise ValueError("shapes do not fit")
        return function(weight, bias)

    return model


def _column(function: Callable[[Tensor, Tensor], Tensor]) -> Callable:
    """Another last column, from weight and bias."""
    return _model(lambda w, b: absorb_bias(w, function(w, b)))


def _is_square(weight: Tensor) -> bool:
    return weight.shape[0] == weight.shape[1]


def _row_below(weight: Tensor, bias: Tensor) -> Tensor:
    return torch.cat([weight, bias[None, :]])


def _homogeneous(weight: Tensor, bias: Tensor) -> Tensor:
    wide = absorb_bias(weight, bias)
    last = torch.zeros_like(wide[:1])
    last[0, -1] = 1
    return torch.cat([wide, last])


def _homogeneous_eye(weight: Tensor, bias: Tensor) -> Tensor:
    """Written into a longer identity, whose last one stands elsewhere, or nowhere."""
    wide = absorb_bias(weight, bias)
    return torch.cat([wide, torch.eye(len(wide) + 1, wide.shape[1], dtype=wide.dtype)[-1:]])


def _other_memory(weight: Tensor, bias: Tensor) -> Tensor:
    return absorb_bias(weight.reshape(weight.shape[::-1]).T, bias)


# ---------------------------------------------------------------------------- recognizers


def _bias_scaled(evidence: Evidence) -> bool:
    """The weight is right, and the last column a number times the bias."""
    factors = []
    for _, _, found, due in evidence.wrong_values():
        if not isinstance(found, Tensor) or found.shape != due.shape:
            return False
        if found.dtype != due.dtype or not torch.equal(found[:, :-1], due[:, :-1]):
            return False
        if len(due) > 1:
            factors.append(multiple(found[:, -1], due[:, -1]))
    return len(factors) > 2 and None not in factors and all(abs(f) > 0.01 for f in factors)


# ---------------------------------------------------------------------------- the ideas

_ONE = f"{COLUMN}#always-one"

ABSORB_IDEAS = (
    Idea(
        "returns-nothing",
        "The function returns None. Return the matrix that you have filled.",
        _ONE,
        when=returns_nothing("wide"),
    ),
    Idea(
        "not-a-tensor",
        "The result is not a tensor. Return one matrix, and not a pair, an array or a layer.",
        _ONE,
        when=not_a_tensor("wide"),
    ),
    Idea(
        "input-mutated",
        "weight or bias is changed, in its numbers or its shape. A method that ends in an "
        "underscore works in place: use its sister without.",
        f"{EXACTLY}#input-untouched",
        when=wrong_facets("arguments_after", "arguments_require_grad_after"),
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
        when=answer_cached("wide", "wide_second"),
    ),
    Idea(
        "bias-first",
        "The bias is the first column. The one stands last in each row of x, so the bias has to "
        "stand last as well, or every number meets a wrong partner.",
        _ONE,
        models=(_model(lambda w, b: torch.cat([b[:, None], w], dim=1)),),
    ),
    Idea(
        "bias-as-row",
        "The bias is one more row. A row belongs to an output, and there is no new output; with a "
        "square weight nothing complains.",
        _ONE,
        models=(
            _model(_row_below),
            _model(lambda w, b: _row_below(w, b) if _is_square(w) else absorb_bias(w, b)),
        ),
    ),
    Idea(
        "result-transposed",
        "The matrix, or the weight in it, is transposed. It is used as weight is: with its own "
        "transpose, so outputs are its rows.",
        f"{EXACTLY}#weight-shape",
        models=(
            _model(lambda w, b: absorb_bias(w, b).T),
            _model(lambda w, b: absorb_bias(w.T if _is_square(w) else w, b)),
        ),
    ),
    Idea(
        "bias-added",
        "The bias is added to the weights. There it would be multiplied by the inputs, and it must "
        "not depend on them.",
        _ONE,
        models=(
            _model(lambda w, b: w + b[:, None]),
            _model(lambda w, b: absorb_bias(w + b[:, None], torch.ones_like(b))),
            _model(lambda w, b: absorb_bias(w + b[:, None], b)),
        ),
    ),
    Idea(
        "ones-for-bias",
        "The matrix gets a column of ones. The ones belong to the input; what they are multiplied "
        "by is the bias.",
        _ONE,
        models=(_column(lambda w, b: torch.ones_like(b)),),
    ),
    Idea(
        "bias-lost",
        "The bias is not in the result. A column of zeros, or none, sends zero to zero.",
        _ONE,
        models=(_column(lambda w, b: torch.zeros_like(b)), _model(lambda w, b: w.clone())),
    ),
    Idea(
        "bias-negated",
        "The bias has changed its sign. It is added, also where it is a column.",
        _ONE,
        models=(_column(lambda w, b: -b),),
    ),
    Idea(
        "one-number-for-all",
        "All outputs have got the same number. Each output has a bias of its own.",
        f"{EXACTLY}#bias-shape",
        models=(
            _column(lambda w, b: b[0].expand_as(b)),
            _column(lambda w, b: b.sum().expand_as(b)),
            _column(lambda w, b: b.mean().expand_as(b)),
        ),
    ),
    Idea(
        "bias-reordered",
        "The numbers of the bias are in another order. The first one belongs to the first row.",
        f"{EXACTLY}#bias-shape",
        models=(
            _column(lambda w, b: b.flip(0)),
            _column(lambda w, b: b.sort().values),
            _column(lambda w, b: b.roll(-1)),
            _column(lambda w, b: b.roll(1)),
        ),
    ),
    Idea(
        "homogeneous",
        "There is a row too many, of zeros and a one. It would give the one back as a last output; "
        "here the outputs stay what they are.",
        f"{COLUMN}#slide-as-shear",
        models=(_model(_homogeneous), _model(_homogeneous_eye)),
    ),
    Idea(
        "bias-repeated",
        "The bias is in more than one column. One input is always one, so one column does it.",
        _ONE,
        models=(
            _model(lambda w, b: torch.cat([w, b[:, None].expand_as(w)], dim=1)),
            _model(lambda w, b: torch.cat([b[:, None], w, b[:, None]], dim=1)),
        ),
    ),
    Idea(
        "last-overwritten",
        "The bias takes the place of the last column of weight. It is one column more, and no "
        "weight is lost.",
        _ONE,
        models=(_model(lambda w, b: absorb_bias(w[:, :-1], b)),),
    ),
    Idea(
        "memory-order",
        "The numbers are put in a row and cut anew. The shape comes out right, and numbers stand "
        "where others belong.",
        f"{EXACTLY}#weight-shape",
        models=(
            _model(lambda w, b: torch.cat([w.flatten(), b]).reshape(len(w), -1)),
            _model(_other_memory),
        ),
    ),
    Idea(
        "bias-scaled",
        "The bias is multiplied or divided by something, such as the number of inputs. It meets a "
        "single one, and counts once.",
        _ONE,
        models=(_column(lambda w, b: b / w.shape[1]), _column(lambda w, b: 2 * b)),
        when=_bias_scaled,
    ),
    Idea(
        "squeezed",
        "A dimension of size one is dropped. A layer with one output has a weight with one row.",
        f"{MANY_ROWS}#leading-dimensions",
        models=(_model(lambda w, b: absorb_bias(w, b).squeeze()),),
        when=squeezed("wide"),
    ),
    Idea(
        "dtype-forced",
        "A dtype is forced: the result has another one than weight and bias. A buffer has torch's "
        "default dtype, unless it is told otherwise.",
        f"{EXACTLY}#dtype",
        when=dtype_forced,
    ),
    Idea(
        "detached",
        "The values are right, and gradients do not find their way back to both arguments. "
        "detach, .data, no_grad and a new Parameter all cut the way.",
        f"{LEARNS}#gradients-reach-it",
        when=detached("wide_flow"),
    ),
    Idea(
        "refuses-what-fits",
        "A ValueError is raised for a weight and a bias that fit: one number in bias for each row "
        "of weight.",
        f"{EXACTLY}#bias-shape",
        when=refuses,
    ),
    Idea(
        "no-error-on-mismatch",
        "A bias that does not fit is let through: spread, reshaped or cut. Compare its shape with "
        "the rows of weight and raise ValueError.",
        f"{EXACTLY}#bias-shape",
        when=no_error,
    ),
    Idea(
        "wrong-error-type",
        "Another exception is raised than ValueError. Compare the shapes first and say in a "
        "ValueError what does not fit.",
        f"{EXACTLY}#bias-shape",
        when=wrong_error,
    ),
)

ABSORB_CHECK = Check(
    name="bias/absorb-bias",
    takes="absorb_bias",
    kind="function",
    parts=(
        Part("the matrix", 2, tag="fits"),
        Part("refuses what does not fit", 1, tag="refused", needs=("the matrix",)),
    ),
    cases=absorb_cases,
    reference=absorb_bias,
    answers=frozenset({"wide", "wide_second"}),
    ideas=ABSORB_IDEAS,
    describe=describe_absorb,
    show=show_absorb,
    page=_ONE,
)
