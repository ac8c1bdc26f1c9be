"""depth/low-rank: a linear layer replaced by the best two thin ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.checks.depth import shared
from autograder.checks.depth.pages import EXACTLY, LEARNS, RANK

Factors = tuple[Tensor, Tensor]  # the first layer's weight (rank, in), the second's (out, rank)


def low_rank(linear: nn.Linear, rank: int) -> nn.Sequential:
    """The reference: the ``rank`` largest singular values, each once (Eckart & Young, 1936)."""
    if not 1 <= rank <= min(linear.in_features, linear.out_features):
        raise ValueError(f"rank {rank} is not between 1 and {min(linear.weight.shape)}")
    return _written(linear, *_cut(linear.weight.detach(), rank))


def _svd(weight: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    return torch.linalg.svd(weight, full_matrices=False)


def _cut(weight: Tensor, rank: int) -> Factors:
    U, S, Vh = _svd(weight)  # noqa: N806 (their names everywhere)
    return Vh[:rank], U[:, :rank] * S[:rank]


def _written(linear: nn.Linear, down: Tensor, up: Tensor, bias: bool = True) -> nn.Sequential:
    rank, dtype = len(down), linear.weight.dtype
    has_bias = bias and linear.bias is not None
    first = nn.Linear(linear.in_features, rank, bias=False, dtype=dtype)
    second = nn.Linear(rank, linear.out_features, bias=has_bias, dtype=dtype)
    with torch.no_grad():
        first.weight.copy_(down)
        second.weight.copy_(up)
        if has_bias:
            second.bias.copy_(linear.bias)
    return nn.Sequential(first, second)


def low_rank_cases(draw: Draw) -> list[Case]:
    """Twelve layers and ranks that fit, two of them good to read, and five ranks that do not."""
    (a, b), k = sorted(draw.sizes(2, 4, 7)), draw.random.randint(4, 6)
    small, double = {"readable": True}, {"dtype": "float64"}
    fitting = {  # out, in, rank
        "fewer outputs than inputs, rank 1": (2, 3, 1, small),
        "as many outputs as inputs, rank 1": (2, 2, 1, small),
        "fewer outputs than inputs, float64": (a, b, 2, double),
        "more outputs than inputs, float64": (b, a, 2, double),
        "more outputs than inputs": (b, a, 3, {}),
        "as many outputs as inputs, float64": (k, k, k - 1, double),
        "as many outputs as inputs": (k, k, 2, {}),
        "the largest rank, fewer outputs than inputs": (a, b, a, double),
        "the largest rank, as many outputs as inputs": (3, 3, 3, double),
        "no bias": (b, a, 2, {"bias": False}),
        "no bias, as many outputs as inputs, float64": (k, k, 3, {"bias": False, **double}),
        "a frozen layer": (a, b, 3, {"freeze": True, **double}),
    }
    misfits = {
        "rank 0": (a, b, 0),
        "a negative rank": (a, b, -1),
        "a rank between the two sizes": (a, b, a + 1),
        "a rank between the two sizes, more outputs": (b, a, a + 1),
        "a rank above both sizes": (k, k, k + 1),
    }
    cases = [_fitting_case(draw, label, *spec) for label, spec in fitting.items()]
    for label, (out, in_, rank) in misfits.items():
        linear = shared.layer_values(draw, out, in_, "float32")
        inputs = {"linear": linear, "rank": rank, "fits": False}
        cases.append(Case(label, inputs, frozenset({"refused"})))
    return cases


def _fitting_case(
    draw: Draw, label: str, out: int, in_: int, rank: int, extra: dict[str, Any]
) -> Case:
    dtype, readable = extra.get("dtype", "float32"), "readable" in extra

    def linear(readable: bool) -> dict[str, Tensor | None]:
        values = shared.layer_values(draw, out, in_, dtype, extra.get("bias", True), readable)
        return values | {"weight": _well_apart(draw, values["weight"], readable)}

    x = draw.readable(2, in_) if readable else draw.tensor(in_ + 2, in_, dtype=dtype)
    inputs = {
        "linear": linear(readable),
        "rank": rank,
        "fits": True,
        "other": linear(False),
        "x": x,
        "vector": draw.tensor(in_, dtype=dtype),
        "upstream": draw.tensor(len(x), out, dtype=dtype),
        "freeze": extra.get("freeze", False),
        "shift": draw.number(1.0, 2.0),
    }
    return Case(label, inputs, frozenset({"fits"}))


def _well_apart(draw: Draw, weight: Tensor, readable: bool) -> Tensor:
    """A weight whose singular values lie well apart, so that there is one best cut.

    Readable numbers are drawn again until they do; others keep their directions and get new values,
    each about 0.6 times the one before.
    """
    if readable:
        while (S := torch.linalg.svdvals(weight))[1] * 1.4 > S[0] or S[1] < 0.3:  # noqa: N806
            weight = draw.readable(*weight.shape)
        return weight
    U, S, Vh = _svd(weight.double())  # noqa: N806
    values = [3 * 0.6**i * draw.number(0.93, 1.07) for i in range(len(S))]
    return (U * torch.tensor(values, dtype=torch.float64) @ Vh).to(weight.dtype).contiguous()


_WORDS = {
    "result": "what {call} returns",
    "parts": "the parts of {call}",
    "shapes": "the shapes of the two weights in {call}",
    "sizes": "in_features and out_features of both layers in {call}",
    "first_bias": "the bias of the first layer in {call}",
    "dtype": "the dtype of the weights in {call}",
    "weight": "second.weight @ first.weight, with first, second = {call}",
    "y": "pair(x), pair = {call}",
    "y_zero": "pair(x) for an x of zeros, pair = {call}",
    "y_vector": "pair(x) for a single vector, pair = {call}",
    "arguments": "linear after {call}",
    "arguments_require_grad": "requires_grad of linear's parameters after {call}",
    "is_leaf": "whether the new parameters are leaves of autograd's graph, after {call}",
    "trainable": "requires_grad of the new parameters, after {call}",
    "grads_arrive": "whether a gradient arrives at both new weights, after {call}",
    "grad_in_arguments": "whether a gradient runs on into linear, after {call}",
    "y_again": "pair(x), when {call} is called a second time",
    "y_other": "pair(x), when low_rank is given another layer of the same sizes after that",
    "y_after_move": "pair(x), after linear was changed, pair = {call}",
    "grad_mode_kept": "whether gradients are still off after {call} under no_grad",
}


def describe_low_rank(case: Case, facet: str) -> str:
    call = f"low_rank(linear, {case.inputs['rank']})"
    return _WORDS.get(facet, "{call}").format(call=call)


class _Code(str):
    """Text to be shown as it is."""


def show_low_rank(case: Case, facet: str) -> dict[str, Any]:
    """The layer in numbers where it is small and an answer is shown, else its sizes."""
    weight, bias = case.inputs["linear"]["weight"], case.inputs["linear"]["bias"]
    if weight.numel() <= 6 and facet in ("weight", "y", "y_zero"):
        shown = {"linear.weight": weight}
        if facet != "weight":
            shown |= {"linear.bias": bias}
        return shown | ({"x": case.inputs["x"]} if facet == "y" else {})
    out, in_ = weight.shape
    return {"linear": _Code(f"nn.Linear({in_}, {out}{'' if bias is not None else ', bias=False'})")}


# ---------------------------------------------------------------------------- models


def _model(factors: Callable[[Tensor, int], Factors] = _cut, bias: bool = True) -> Callable:
    """A function that looks first, as it should, and then factors in its own way."""

    def low_rank(linear: nn.Linear, rank: int) -> nn.Sequential:
        if not 1 <= rank <= min(linear.in_features, linear.out_features):
            raise ValueError("rank does not fit")
        return _written(linear, *factors(linear.weight.detach(), rank), bias)

    return low_rank


def _scaled(function: Callable[[Tensor], Tensor]) -> Callable[[Tensor, int], Factors]:
    """The right directions, with a function of the singular values."""

    def factors(weight: Tensor, rank: int) -> Factors:
        U, S, Vh = _svd(weight)  # noqa: N806
        return Vh[:rank], U[:, :rank] * function(S[:rank])

    return factors


def _kept(choose: Callable[[int, int], slice]) -> Callable[[Tensor, int], Factors]:
    """Others of the singular values than the first; zeros where there are fewer than ``rank``."""

    def factors(weight: Tensor, rank: int) -> Factors:
        U, S, Vh = _svd(weight)  # noqa: N806
        keep = choose(rank, len(S))
        down, up = weight.new_zeros(rank, weight.shape[1]), weight.new_zeros(len(weight), rank)
        count = len(S[keep])
        down[:count], up[:, :count] = Vh[keep], U[:, keep] * S[keep]
        return down, up

    return factors


def _where(condition: Callable[[Tensor, int], bool], wrong: Callable) -> Callable:
    """``wrong`` where ``condition`` holds, right elsewhere."""
    return lambda weight, rank: (wrong if condition(weight, rank) else _cut)(weight, rank)


def _last_directions(weight: Tensor, rank: int) -> Factors:
    """The last of all directions among the inputs, those that are dropped anyway included."""
    down = torch.linalg.svd(weight).Vh[-rank:]
    return down, weight @ down.T


def _columns_of_vh(weight: Tensor, rank: int) -> Factors:
    U, S, Vh = torch.linalg.svd(weight)  # noqa: N806
    return Vh[:, :rank].T, U[:, :rank] * S[:rank]


def _rows_of_u(weight: Tensor, rank: int) -> Factors:
    U, S, Vh = torch.linalg.svd(weight)  # noqa: N806
    return Vh[:rank], U[:rank].T * S[:rank]


def _values_on_rows(weight: Tensor, rank: int) -> Factors:
    U, S, Vh = _svd(weight)  # noqa: N806
    return Vh[:rank], S[:rank, None] * U[:, :rank]


def _centred(weight: Tensor, rank: int) -> Factors:
    return _cut(weight - weight.mean(0), rank)


def _centred_directions(weight: Tensor, rank: int) -> Factors:
    down, _ = _centred(weight, rank)
    return down, weight @ down.T


def _is_square(weight: Tensor, rank: int) -> bool:
    return weight.shape[0] == weight.shape[1]


# ---------------------------------------------------------------------------- recognizers


def _hidden_sizes(evidence: Evidence) -> list[tuple[int, Case]]:
    """The number of hidden units wherever the shapes are wrong."""
    return [(found[0][0], case) for case, _, found, _ in evidence.wrong_values("shapes")]


def _largest(case: Case) -> int:
    return min(case.inputs["linear"]["weight"].shape)


def _one_unit_off(evidence: Evidence) -> bool:
    sizes = _hidden_sizes(evidence)
    return bool(sizes) and all(abs(n - case.inputs["rank"]) == 1 for n, case in sizes)


def _rank_ignored(evidence: Evidence) -> bool:
    sizes = _hidden_sizes(evidence)
    return bool(sizes) and all(n == _largest(case) for n, case in sizes)


def _not_the_best(evidence: Evidence) -> bool:
    """Each wrong weight has the right rank and is close to the layer's, only not closest, and that
    not because the right directions are stretched by other values."""
    wrong = list(evidence.wrong_values("weight"))
    return (
        bool(wrong)
        and all(
            isinstance(found, Tensor)
            and found.shape == due.shape
            and bool(found.isfinite().all())
            and torch.linalg.matrix_rank(found.double(), rtol=1e-4) <= case.inputs["rank"]
            and (found - case.inputs["linear"]["weight"]).norm()
            < case.inputs["linear"]["weight"].norm()
            for case, _, found, due in wrong
        )
        and not all(
            _same_directions(found, due, case.inputs["rank"]) for case, _, found, due in wrong
        )
    )


def _same_directions(found: Tensor, due: Tensor, rank: int) -> bool:
    """Whether ``found`` has the inputs and outputs that ``due`` has, in any amounts."""
    U, _, Vh = torch.linalg.svd(due.double(), full_matrices=False)  # noqa: N806
    U, Vh = U[:, :rank], Vh[:rank]  # noqa: N806
    kept = U @ (U.T @ found.double() @ Vh.T) @ Vh
    return torch.allclose(kept, found.double(), atol=1e-4)


def _full_matrices(evidence: Evidence) -> bool:
    """A product that does not fit, only where there are more outputs than inputs, or fewer."""
    rows = shared.wrong_fitting(evidence)
    return bool(rows) and all(
        "raised" in wrong
        and "cannot be multiplied" in answer["raised"]["text"]
        and len(set(case.inputs["linear"]["weight"].shape)) == 2
        for case, wrong, answer, _ in rows
    )


def _has_bias(case: Case) -> bool:
    return case.inputs["linear"]["bias"] is not None


# ---------------------------------------------------------------------------- the ideas

_SECTION = f"{RANK}#factoring"
_ELLIPSE = f"{RANK}#circle-to-ellipse"

LOW_RANK_IDEAS = (
    shared.GRAD_MODE,
    shared.NO_GRAD_FORGOTTEN,
    shared.PARAMETER_NEEDED,
    Idea(
        "returns-nothing",
        "The function returns None. Return the two layers in an nn.Sequential.",
        _SECTION,
        when=shared.returns_nothing("result"),
    ),
    Idea(
        "not-two-layers",
        "What comes back is not an nn.Sequential of exactly two nn.Linear, with nothing between "
        "them and no third one.",
        _SECTION,
        when=shared.differs("result", "parts"),
    ),
    Idea(
        "argument-changed",
        "The layer that was given is not as it was: a value, its bias or requires_grad changed. It "
        "is only to be read.",
        _SECTION,
        when=lambda e: bool(e.wrong_facets & {"arguments", "arguments_require_grad"}),
    ),
    Idea(
        "aliasing",
        "The new layers share memory with the old one, such as its bias: change that later, and "
        "they change too. Copy the values.",
        f"{EXACTLY}#copying",
        when=shared.aliased,
    ),
    Idea(
        "graph-recorded",
        "autograd recorded how the new weights were made, so they are no leaves, and gradients run "
        "on into the old layer. Write values under torch.no_grad().",
        f"{EXACTLY}#copying",
        when=shared.differs("is_leaf", "grad_in_arguments"),
    ),
    Idea(
        "frozen",
        "The new layers do not train: requires_grad is off. They should be layers like any other.",
        f"{LEARNS}#gradients-reach-it",
        when=shared.frozen,
    ),
    Idea(
        "dtype-forced",
        "The result is in another dtype than the layer, or has been through one. A new nn.Linear "
        "is float32 unless it is told otherwise.",
        f"{EXACTLY}#dtype",
        when=shared.dtype_forced("weight", "y", "y_zero", "y_vector", "y_again", "y_other"),
    ),
    Idea(
        "first-layer-bias",
        "The first layer has a bias. It needs none: the one bias of the layer is added at the end.",
        _SECTION,
        when=lambda e: "first_bias" in e.wrong_facets,
    ),
    Idea(
        "rank-off-by-one",
        "One singular value or hidden unit too many, too few, or the wrong ones: exactly the rank "
        "first ones stay, and counting starts at zero.",
        _SECTION,
        models=(
            _model(_kept(lambda rank, n: slice(0, max(rank - 1, 1)))),
            _model(_kept(lambda rank, n: slice(0, rank - 1))),
            _model(_kept(lambda rank, n: slice(1, rank + 1) if rank < n else slice(0, n))),
            _model(_kept(lambda rank, n: slice(1, rank + 1))),
            _model(_kept(lambda rank, n: slice(1, rank))),
        ),
        when=_one_unit_off,
    ),
    Idea(
        "rank-ignored",
        "The two layers are as thick as the old one, whatever the rank. Values that are zero save "
        "nothing: cut them off, with their directions.",
        _SECTION,
        when=_rank_ignored,
    ),
    Idea(
        "sizes-stale",
        "The weights fit, but in_features and out_features of the layers say something else. Make "
        "the layers in their right sizes.",
        f"{EXACTLY}#at-construction",
        when=shared.differs("sizes"),
    ),
    Idea(
        "full-matrices",
        "Factors of the SVD do not fit each other where the layer is not square. By default U and "
        "Vh come in full, with more directions than there are singular values.",
        _ELLIPSE,
        when=_full_matrices,
    ),
    Idea(
        "smallest-kept",
        "The smallest singular values are kept. The largest belong to the directions that the "
        "layer stretches most; dropping the smallest costs least.",
        _SECTION,
        models=(_model(_kept(lambda rank, n: slice(n - rank, n))), _model(_last_directions)),
    ),
    Idea(
        "values-twice",
        "The singular values are in the product twice. Each direction is stretched once: in the "
        "first layer or in the second, or half of it in both.",
        _ELLIPSE,
        models=(_model(_scaled(torch.square)),),
    ),
    Idea(
        "values-never",
        "The singular values are not in the product. Without them every direction that is kept "
        "comes out at its old length.",
        _ELLIPSE,
        models=(_model(_scaled(torch.ones_like)),),
    ),
    Idea(
        "root-once",
        "Only one of the two layers has the root of the singular values. Their product needs the "
        "values themselves, so roots go into both.",
        _ELLIPSE,
        models=(_model(_scaled(torch.sqrt)),),
    ),
    Idea(
        "values-on-rows",
        "The singular values scale the rows of U. They belong to its columns, one for each "
        "direction.",
        _ELLIPSE,
        models=(
            _model(_where(lambda w, rank: len(w) == rank, _values_on_rows)),
            _model(_values_on_rows),
        ),
    ),
    Idea(
        "v-for-vh",
        "V is taken for Vh. torch.linalg.svd gives Vh, whose rows are the directions; the older "
        "torch.svd gives V, whose columns are.",
        _ELLIPSE,
        models=(
            _model(_where(lambda w, rank: w.shape[1] <= w.shape[0], _columns_of_vh)),
            _model(_where(_is_square, _columns_of_vh)),
            _model(_columns_of_vh),
        ),
    ),
    Idea(
        "rows-of-u",
        "Rows of U are kept. Its columns are the directions among the outputs.",
        _ELLIPSE,
        models=(
            _model(_where(lambda w, rank: w.shape[0] <= w.shape[1], _rows_of_u)),
            _model(_where(_is_square, _rows_of_u)),
            _model(_rows_of_u),
        ),
    ),
    Idea(
        "weight-transposed",
        "The two layers give the transpose: the transposed weight was factored, or the factors "
        "changed places. nn.Linear stores (out, in), and x meets the first layer first.",
        f"{EXACTLY}#weight-shape",
        models=(_model(_where(_is_square, lambda w, rank: _cut(w.T, rank))),),
    ),
    Idea(
        "centred",
        "The weight's mean was subtracted first, as for principal components of data. The best cut "
        "is that of the weight as it is.",
        _SECTION,
        models=(_model(_centred), _model(_centred_directions)),
    ),
    Idea(
        "bias-none-mishandled",
        "A missing bias is not handled: it is None then. Give the second layer none, or zeros; and "
        "ask `is None`, a tensor is neither true nor false.",
        f"{EXACTLY}#bias-shape",
        when=shared.bias_none(_has_bias),
    ),
    Idea(
        "bias-lost",
        "The bias is lost. For an input of zeros the old layer gives its bias; so must the two.",
        _SECTION,
        models=(_model(bias=False),),
    ),
    Idea(
        "answer-cached",
        "Another layer of the same sizes gets the first one's answer. Work it out in each call.",
        _SECTION,
        when=shared.kept_answer,
    ),
    Idea(
        "not-the-best",
        "The product has the right rank and comes near the weight, but not as near as it could. "
        "The SVD has the directions that lose least.",
        "depth/low-rank-updates#eckart-young",
        when=_not_the_best,
    ),
    Idea(
        "values-not-written",
        "The new layers still have random numbers that they were born with: the values were given "
        "a name, and not written into the parameters.",
        f"{EXACTLY}#copying",
        when=shared.redrawn,
    ),
    Idea(
        "refuses-what-fits",
        "A ValueError is raised for a rank that fits: from 1 up to the smaller of the two sizes, "
        "both included, whether it saves anything or not.",
        _SECTION,
        when=shared.refuses,
    ),
    Idea(
        "no-error-on-rank",
        "A rank that does not exist is let through. Raise ValueError below 1 and above the smaller "
        "of the two sizes.",
        _SECTION,
        when=shared.no_error,
    ),
    Idea(
        "wrong-error-type",
        "Another exception is raised than ValueError. Compare the rank with both sizes first, and "
        "say in a ValueError what does not fit.",
        _SECTION,
        when=shared.wrong_error,
    ),
)

LOW_RANK_CHECK = Check(
    name="depth/low-rank",
    takes="low_rank",
    kind="function",
    parts=(
        Part("the best two layers", 4, tag="fits"),
        Part("refuses ranks that do not exist", 1, tag="refused", needs=("the best two layers",)),
    ),
    cases=low_rank_cases,
    reference=low_rank,
    answers=frozenset({"weight", "y", "y_zero", "y_vector", "y_again", "y_other"}),
    ideas=LOW_RANK_IDEAS,
    describe=describe_low_rank,
    show=show_low_rank,
    page=_SECTION,
)
