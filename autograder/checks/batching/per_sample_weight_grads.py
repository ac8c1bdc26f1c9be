"""batching/per-sample-weight-grads: what each sample by itself adds to the weight's gradient."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from autograder.checks.batching.pages import BACKWARD, EXACTLY, FORWARD, LEARNS, MANY_ROWS
from autograder.checks.batching.recognizers import (
    ENDINGS,
    answer_cached,
    detached,
    digits_lost,
    dtype_forced,
    fitting,
    no_error,
    not_a_tensor,
    only_where,
    refuses,
    returns_nothing,
    squeezed,
    words_for,
    wrong_error,
    wrong_facets,
    wrong_in_fitting,
)
from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, multiple, same


def per_sample_weight_grads(x: Tensor, grad_output: Tensor) -> Tensor:
    """The reference: for each sample the outer product of its grad_output and its x."""
    if x.dim() != 2 or grad_output.dim() != 2 or len(x) != len(grad_output):
        raise ValueError("x and grad_output need two dimensions and as many rows")
    return grad_output[:, :, None] * x[:, None, :]


def per_sample_cases(draw: Draw) -> list[Case]:
    """Eleven pairs that fit, two of them good to read, and seven that do not."""
    (i, o, n), (p, q, r) = draw.sizes(3), draw.sizes(3, 2, 4)
    small, double = {"readable": True}, {"dtype": "float64"}
    pairs = {
        "three different sizes": (p, q, r, small),
        "as many outputs as inputs": (2, 2, 3, {**small, **double}),
        "as many samples as outputs": (i, n, n, {}),
        "as many samples as inputs": (n, o, n, double),
        "all sizes equal": (i, i, i, {}),
        "one sample": (o, i, 1, {}),
        "one output": (i, 1, n, double),
        "one input": (1, o, n, {}),
        "transposed in memory": (o, n, i, {**double, "layout": "transposed"}),
        "with gaps in memory": (n, i, o, {"layout": "strided"}),
        "an empty batch": (i, o, 0, double),
    }
    misfits = {
        "grad_output has fewer rows than x": ((n, i), (n - 1, o)),
        "x has one row, grad_output several": ((1, i), (n, o)),
        "grad_output has one row, x several": ((n, i), (1, o)),
        "both have one dimension only": ((n,), (n,)),
        "x has three dimensions": ((n, i, o), (n, o)),
        "grad_output has three dimensions": ((n, i), (n, o, i)),
        "grad_output has one dimension": ((n, i), (n,)),
    }
    return [
        *(_fitting(draw, label, *spec) for label, spec in pairs.items()),
        *(_misfit(draw, label, *shapes) for label, shapes in misfits.items()),
    ]


def _fitting(draw: Draw, label: str, inputs: int, outputs: int, rows: int, extra: dict) -> Case:
    dtype = extra.get("dtype", "float32")
    shapes = {"x": (rows, inputs), "grad_output": (rows, outputs)}

    def drawn() -> dict[str, Tensor]:
        return {name: draw.tensor(*shape, dtype=dtype) for name, shape in shapes.items()}

    first = drawn()
    if "readable" in extra:
        kind = getattr(torch, dtype)
        first = {name: draw.readable(*shape).to(kind) for name, shape in shapes.items()}
    case = {
        **first,
        "fits": True,
        "layout": extra.get("layout", "contiguous"),
        "second": drawn(),
        "upstream": draw.tensor(rows, outputs, inputs, dtype=dtype),
    }
    return Case(label, case, frozenset({"fits" if rows else "empty"}))


def _misfit(draw: Draw, label: str, x: tuple, grad_output: tuple) -> Case:
    inputs = {"x": draw.tensor(*x), "grad_output": draw.tensor(*grad_output), "fits": False}
    return Case(label, inputs, frozenset({"refused"}))


describe_per_sample = words_for(
    "per_sample_weight_grads(x, grad_output)",
    {
        "grads": "the gradients",
        "arguments_after": "the arguments after the call",
        "arguments_require_grad_after": "requires_grad of the arguments after the call",
        "grad_mode_kept": "whether gradients are still off after a call under no_grad",
    },
    ENDINGS,
)


def show_per_sample(case: Case, facet: str) -> dict[str, Any]:
    """Both arguments, of the second call where a facet is about it; for errors, their shapes."""
    given = case.inputs["second"] if facet in ("grads_second", "grads_flow") else case.inputs
    values = {name: given[name] for name in ("x", "grad_output")}
    if facet in ("outcome", "raised") or not len(given["x"]):
        return {f"{name}.shape": tuple(value.shape) for name, value in values.items()}
    return values


# ---------------------------------------------------------------------------- models


def _then(function: Callable[[Tensor], Tensor]) -> Callable:
    """``function`` of the right gradients."""
    return lambda x, grad_output: function(per_sample_weight_grads(x, grad_output))


def _of(function: Callable[[Tensor, Tensor], Tensor]) -> Callable:
    """``function`` of x and grad_output that fit."""

    def model(x: Tensor, grad_output: Tensor) -> Tensor:
        per_sample_weight_grads(x, grad_output)
        return function(x, grad_output)

    return model


def _transposed(x: Tensor, grad_output: Tensor) -> Tensor:
    return x[:, :, None] * grad_output[:, None, :]


def _unit(grads: Tensor) -> Tensor:
    return grads / grads.flatten(1).norm(dim=1)[:, None, None]


def _clipped(grads: Tensor) -> Tensor:
    return grads / grads.flatten(1).norm(dim=1).clamp(min=1)[:, None, None]


def _first_only(grads: Tensor) -> Tensor:
    return grads[:1].expand_as(grads) if len(grads) else grads


# ---------------------------------------------------------------------------- recognizers


def _is_empty(case: Case) -> bool:
    return case.inputs["x"].numel() == 0


def _averaged(evidence: Evidence) -> bool:
    """The mean over the batch; of an empty one that is NaN, which no model can share."""
    wrong = [(case, a.get("grads"), t["grads"]) for case, _, a, t in wrong_in_fitting(evidence)]
    return bool(wrong) and all(
        same(found, due.mean(0)) for case, found, due in wrong if not _is_empty(case)
    )


def _all_turned(evidence: Evidence) -> bool:
    """Wherever something is wrong, each sample's matrix is the transpose of what is due."""
    wrong = wrong_in_fitting(evidence)
    return bool(wrong) and all(
        "grads" in answer and same(answer["grads"], truth["grads"].mT.contiguous())
        for _, _, answer, truth in wrong
    )


def _one_constant(evidence: Evidence) -> bool:
    """Everything is the same multiple of what is due, whatever the sizes."""
    factors = {
        None if factor is None else round(factor, 3)
        for case, answer, truth in fitting(evidence)
        if not _is_empty(case)
        for factor in [multiple(answer.get("grads"), truth["grads"])]
    }
    return len(factors) == 1 and not factors & {None, 1.0, 0.0}


# ---------------------------------------------------------------------------- the ideas

PER_SAMPLE_IDEAS = (
    Idea(
        "returns-nothing",
        "The function returns None. Return the gradients; .grad is not theirs to fill here.",
        f"{BACKWARD}#sum-over-batch",
        when=returns_nothing("grads"),
    ),
    Idea(
        "not-a-tensor",
        "The result is not one tensor. Put the samples' gradients into a tensor of shape "
        "(N, out, in), and return that alone.",
        f"{BACKWARD}#sum-over-batch",
        when=not_a_tensor("grads"),
    ),
    Idea(
        "input-mutated",
        "An argument is written into. Make new tensors, and do nothing in place to what is given.",
        f"{EXACTLY}#input-untouched",
        when=wrong_facets("arguments_after", "arguments_require_grad_after"),
    ),
    Idea(
        "grad-mode-left",
        "Gradients are switched on or off afterwards, for the whole program. What has to be "
        "recorded or not is best put in a `with` block, which puts back what was.",
        f"{LEARNS}#gradients-reach-it",
        when=wrong_facets("grad_mode_after", "grad_mode_kept"),
    ),
    Idea(
        "answer-cached",
        "A call with other numbers gives an earlier one's answer. Compute anew in each call.",
        f"{FORWARD}#nothing-is-cached",
        when=answer_cached("grads", "grads_second"),
    ),
    Idea(
        "empty-batch-fails",
        "An empty batch goes wrong. No sample gives no gradient, in a tensor of shape "
        "(0, out, in); a -1 in reshape cannot be worked out there, and stack needs something to "
        "stack.",
        f"{MANY_ROWS}#empty-batch",
        when=only_where(_is_empty),
    ),
    Idea(
        "squeezed",
        "A dimension of size one is dropped. One sample, one output and one input keep their "
        "dimensions.",
        f"{MANY_ROWS}#leading-dimensions",
        models=(
            _then(lambda grads: grads.squeeze()),
            _then(lambda grads: grads.squeeze(0)),
            _then(lambda grads: grads.squeeze(1)),
        ),
        when=squeezed("grads"),
    ),
    Idea(
        "summed",
        "The samples are added up or averaged, as .grad has it. Here they stay apart: the result "
        "has a first dimension of N.",
        f"{BACKWARD}#sum-over-batch",
        models=(_then(lambda grads: grads.sum(0)),),
        when=_averaged,
    ),
    Idea(
        "same-for-all",
        "All samples get the same gradient, the sum or the mean over the batch. Each sample has "
        "one of its own.",
        f"{MANY_ROWS}#rows-are-strangers",
        models=(
            _then(lambda grads: grads.sum(0).expand_as(grads)),
            _then(lambda grads: grads.mean(0).expand_as(grads)),
        ),
    ),
    Idea(
        "transposed",
        "Each sample's matrix is transposed: (in, out) where (out, in), the shape of weight, is "
        "due. A row belongs to an output.",
        f"{BACKWARD}#grad-weight",
        models=(_of(_transposed),),
        when=_all_turned,
    ),
    Idea(
        "reshaped",
        "The shape is right, and the numbers stand elsewhere: something is reshaped where it is "
        "due to be transposed.",
        f"{BACKWARD}#grad-weight",
        models=(
            _of(
                lambda x, g: _transposed(x, g).reshape(len(x), g.shape[1], x.shape[1]),
            ),
        ),
    ),
    Idea(
        "divided-by-batch",
        "Everything is divided by the number of samples. If the loss is a mean, its 1/N is "
        "already in grad_output.",
        f"{BACKWARD}#mean-loss",
        models=(_then(lambda grads: grads / max(len(grads), 1)),),
    ),
    Idea(
        "multiplied-by-batch",
        "Everything is multiplied by the number of samples. Whatever the loss did to its terms is "
        "in grad_output, and there is nothing to undo.",
        f"{BACKWARD}#mean-loss",
        models=(_then(lambda grads: grads * len(grads)),),
    ),
    Idea(
        "flattened",
        "Two of the three dimensions are folded into one. Due is (N, out, in).",
        f"{BACKWARD}#sum-over-batch",
        models=(
            _then(lambda grads: grads.flatten(1)),
            _then(lambda grads: grads.flatten(0, 1)),
        ),
    ),
    Idea(
        "batch-not-first",
        "The samples are not in the first dimension. Due is (N, out, in).",
        f"{BACKWARD}#sum-over-batch",
        models=(
            _then(lambda grads: grads.permute(1, 2, 0)),
            _then(lambda grads: grads.transpose(0, 1)),
        ),
    ),
    Idea(
        "all-pairs",
        "Every sample meets every other one, N times N. A sample's gradient is made of its own "
        "grad_output and its own x.",
        f"{MANY_ROWS}#rows-are-strangers",
        models=(
            _of(lambda x, g: torch.einsum("no,mi->nmoi", g, x)),
            _of(lambda x, g: torch.einsum("no,mi->mnoi", g, x)),
        ),
    ),
    Idea(
        "accumulated",
        "Each sample's gradient has those of the samples before it in it, as .grad does when "
        "nobody clears it.",
        f"{LEARNS}#gradients-reach-it",
        models=(_then(lambda grads: grads.cumsum(0)),),
    ),
    Idea(
        "one-sample-only",
        "Only one sample is counted, or one stands for all: an index that stays, or a return "
        "inside the loop.",
        f"{BACKWARD}#sum-over-batch",
        models=(
            _then(_first_only),
            _then(lambda grads: _first_only(grads.flip(0))),
            _then(lambda grads: grads[:1]),
            _then(lambda grads: grads[0]),
        ),
    ),
    Idea(
        "wrong-partner",
        "A sample's grad_output meets the x of another sample. Rows with the same number belong "
        "together.",
        f"{MANY_ROWS}#rows-are-strangers",
        models=(
            _of(lambda x, g: per_sample_weight_grads(x, g.roll(1, 0))),
            _of(lambda x, g: per_sample_weight_grads(x, g.roll(-1, 0))),
            _of(lambda x, g: per_sample_weight_grads(x.flip(0), g)),
            _of(lambda x, g: per_sample_weight_grads(x, g.flip(0))),
        ),
    ),
    Idea(
        "samples-reordered",
        "The gradients are right, and come in another order than the samples.",
        f"{MANY_ROWS}#one-row-at-a-time",
        models=(_then(lambda grads: grads.flip(0)),),
    ),
    Idea(
        "elementwise-product",
        "Entries with the same number are multiplied. Every output has to meet every input: that "
        "is out times in products for each sample.",
        f"{BACKWARD}#grad-weight",
        models=(_of(lambda x, g: g * x), _of(lambda x, g: (g * x).sum(1))),
    ),
    Idea(
        "wrong-factor",
        "The same argument is used twice. A gradient needs both: how much the output matters, and "
        "what came in.",
        f"{BACKWARD}#grad-weight",
        models=(
            _of(lambda x, g: x[:, :, None] * x[:, None, :]),
            _of(lambda x, g: g[:, :, None] * g[:, None, :]),
        ),
    ),
    Idea(
        "grad-output-ignored",
        "grad_output is left out: this is the gradient of a plain sum of the outputs.",
        f"{BACKWARD}#grad-weight",
        models=(_of(lambda x, g: per_sample_weight_grads(x, torch.ones_like(g))),),
    ),
    Idea(
        "x-ignored",
        "x is left out: this is the gradient of the bias, repeated. A weight is multiplied by an "
        "input, and its gradient too.",
        f"{BACKWARD}#grad-weight",
        models=(_of(lambda x, g: per_sample_weight_grads(torch.ones_like(x), g)),),
    ),
    Idea(
        "norms-returned",
        "This is the length of each gradient. Due are the gradients themselves.",
        f"{BACKWARD}#sum-over-batch",
        models=(
            _then(lambda grads: grads.flatten(1).norm(dim=1)),
            _then(lambda grads: grads.flatten(1).square().sum(1)),
        ),
    ),
    Idea(
        "clipped",
        "Each gradient is clipped or brought to one length. That is what one may do with such "
        "gradients later, and not part of them.",
        f"{LEARNS}#optimizer-moves",
        models=(_then(_clipped), _then(_unit)),
    ),
    Idea(
        "refuses-what-fits",
        "A ValueError is raised for arguments that fit. They need two dimensions and as many "
        "rows; in and out may differ.",
        f"{BACKWARD}#grad-weight",
        when=refuses,
    ),
    Idea(
        "detached",
        "The values are right, and gradients do not flow through them to both arguments. "
        "autograd.grad without create_graph, .data and no_grad all cut the way.",
        f"{LEARNS}#gradients-reach-it",
        when=detached("grads_flow"),
    ),
    Idea(
        "dtype-forced",
        "A dtype is forced: the result has another one than the arguments, or too few digits. "
        "Compute in the dtype of the arguments.",
        f"{EXACTLY}#dtype",
        when=lambda evidence: dtype_forced(evidence) or digits_lost(evidence),
    ),
    Idea(
        "scaled-by-constant",
        "Everything is multiplied by the same number: a sign, a factor 2, a learning rate. Which "
        "loss it was, and how far to step, is not decided here.",
        f"{LEARNS}#optimizer-moves",
        models=(_then(lambda grads: -grads),),
        when=_one_constant,
    ),
    Idea(
        "no-error-on-mismatch",
        "Arguments that do not fit are let through: cut to the shorter, spread, or given a "
        "dimension. Compare the shapes and raise ValueError.",
        f"{BACKWARD}#grad-weight",
        when=no_error,
    ),
    Idea(
        "wrong-error-type",
        "Another exception is raised than ValueError. Compare the shapes first and say in a "
        "ValueError what does not fit.",
        f"{BACKWARD}#grad-weight",
        when=wrong_error,
    ),
)

PER_SAMPLE_CHECK = Check(
    name="batching/per-sample-weight-grads",
    takes="per_sample_weight_grads",
    kind="function",
    parts=(
        Part("one gradient a sample", 2, tag="fits"),
        Part("an empty batch", 1, tag="empty", needs=("one gradient a sample",)),
        Part("refuses what does not fit", 1, tag="refused", needs=("one gradient a sample",)),
    ),
    cases=per_sample_cases,
    reference=per_sample_weight_grads,
    answers=frozenset({"grads", "grads_second"}),
    ideas=PER_SAMPLE_IDEAS,
    describe=describe_per_sample,
    show=show_per_sample,
    page=f"{BACKWARD}#sum-over-batch",
)
