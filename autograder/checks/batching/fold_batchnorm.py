"""batching/fold-batchnorm: a linear layer and its batch norm as one linear layer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from autograder.checks.batching.pages import EXACTLY, FORWARD, LEARNS, REDUNDANT
from autograder.checks.batching.recognizers import (
    digits_lost,
    dtype_forced,
    fitting,
    no_error,
    only_where,
    refuses,
    returns_nothing,
    words_for,
    wrong_error,
    wrong_facets,
    wrong_in_fitting,
)
from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, same

Formula = Callable[..., Tensor]


def _fold(
    linear: nn.Linear, bn: nn.BatchNorm1d, scale: Formula, weight: Formula, bias: Formula
) -> nn.Linear:
    """A new layer from three formulas of γ, β, m (mean), v (variance), eps, W, b and s (scale)."""
    if bn.running_mean is None or bn.num_features != linear.out_features:
        raise ValueError("no running statistics, or another number of features")
    m, v = bn.running_mean, bn.running_var
    known = {
        "gamma": torch.ones_like(v) if bn.weight is None else bn.weight,
        "beta": torch.zeros_like(m) if bn.bias is None else bn.bias,
        "b": torch.zeros_like(m) if linear.bias is None else linear.bias,
        "W": linear.weight,
        "m": m,
        "v": v,
        "eps": bn.eps,
    }
    folded = nn.Linear(linear.in_features, linear.out_features, dtype=linear.weight.dtype)
    with torch.no_grad():
        known["s"] = scale(**known)
        folded.weight.copy_(weight(**known))
        folded.bias.copy_(bias(**known))
    return folded


def _scale(gamma: Tensor, v: Tensor, eps: float, **_: Any) -> Tensor:
    return gamma / (v + eps).sqrt()


def _weight(s: Tensor, W: Tensor, **_: Any) -> Tensor:  # noqa: N803 (the page's letter)
    return s[:, None] * W


def _bias(s: Tensor, b: Tensor, m: Tensor, beta: Tensor, **_: Any) -> Tensor:
    return s * (b - m) + beta


def fold_batchnorm(linear: nn.Linear, bn: nn.BatchNorm1d) -> nn.Linear:
    """The reference: s = γ/√(v + ε), then s·W and s·(b − m) + β (Ioffe & Szegedy, 2015, §3.1)."""
    return _fold(linear, bn, _scale, _weight, _bias)


def fold_cases(draw: Draw) -> list[Case]:
    """Twelve pairs of layers that fold, one of them good to read, and four that do not."""
    (i, o), (p, q), (a, b) = draw.sizes(2), draw.sizes(2), draw.sizes(2)
    double, bare, plain = {"dtype": "float64"}, {"bias": False}, {"affine": False}
    train = {"training": True}
    full = {
        "two inputs, two outputs": (2, 2, {"readable": True}),
        "more outputs than inputs": (min(i, o), max(i, o), {**double, **train}),
        "more inputs than outputs": (max(p, q), min(p, q), {}),
        "as many outputs as inputs": (a, a, double),
        "frozen layers": (b, a, {"frozen": True}),
        "one output": (o, 1, double),
        "one input": (1, p, train),
        "small variances and the default eps": (q, i, {**double, "small": True}),
    }
    reduced = {
        "a linear layer without bias": (i, q, bare),
        "a norm without γ and β": (a, b, {**plain, **train}),
        "neither bias nor γ and β": (q, o, {**bare, **plain, **double}),
        "as many outputs as inputs, without bias": (p, p, {**bare, **double, **train}),
    }
    refused = {
        "a norm without running statistics": (i, o, {"statistics": False}),
        "a norm with neither running statistics nor γ and β": (
            p,
            q,
            {"statistics": False, **plain, **bare, **train},
        ),
        "a norm with more features than outputs": (a, b, {"features": b + 1}),
        "a norm with one feature for several outputs": (i, o, {"features": 1}),
    }
    return [
        *(_case(draw, label, "full", *spec) for label, spec in full.items()),
        *(_case(draw, label, "reduced", *spec) for label, spec in reduced.items()),
        *(_case(draw, label, "refused", *spec) for label, spec in refused.items()),
    ]


def _case(draw: Draw, label: str, tag: str, inputs: int, outputs: int, extra: dict) -> Case:
    dtype, features = extra.get("dtype", "float32"), extra.get("features", outputs)
    small = "small" in extra

    def tensor(*shape: int) -> Tensor:
        readable = "readable" in extra
        return draw.readable(*shape) if readable else draw.tensor(*shape, dtype=dtype)

    def drawn() -> dict[str, dict[str, Tensor | None]]:
        affine, statistics = extra.get("affine", True), extra.get("statistics", True)
        variance = tensor(features).abs() * (1e-4 if small else 1)
        linear = {"weight": tensor(outputs, inputs)}
        linear["bias"] = tensor(outputs) if extra.get("bias", True) else None
        norm = {
            "weight": tensor(features) if affine else None,
            "bias": tensor(features) if affine else None,
            "running_mean": tensor(features) if statistics else None,
            "running_var": variance if statistics else None,
        }
        return {"linear": linear, "norm": norm}

    case = {
        **drawn(),
        "features": features,
        "eps": 1e-5 if small else round(draw.number(0.2, 0.6), 2),
        "training": extra.get("training", False),
        "frozen": extra.get("frozen", False),
        "x": tensor(2, inputs) if "readable" in extra else tensor(inputs + 2, inputs),
        "fits": tag != "refused",
        "second": drawn(),
    }
    return Case(label, case, frozenset({tag}))


describe_fold = words_for(
    "fold_batchnorm(linear, bn)",
    {
        "result": "what comes back",
        "given_after": "the numbers in linear and bn after the call",
        "flags_after": "modes and requires_grad of linear and bn after the call",
        "sizes": "in_features and out_features of the new layer",
        "parameters": "the parameters of the new layer and their shapes",
        "y": "the new layer's output for rows x",
        "y_single": "the new layer's output for a single row of x",
        "y_kept": "the new layer's output after linear and bn were changed",
        "y_second": "the output of a second new layer, made from other layers",
        "grad_mode_kept": "whether gradients are still off after a call under no_grad",
    },
    {},
)


def show_fold(case: Case, facet: str) -> dict[str, Any]:
    """The numbers of both layers where they matter and are few; otherwise what there is."""
    linear, norm = case.inputs["linear"], case.inputs["norm"]
    if linear["weight"].numel() > 6 or facet not in ("y", "y_single", "given_after"):
        return {"linear": _words(linear), "bn": _words(norm), "bn.eps": case.inputs["eps"]}
    shown = {f"linear.{name}": value for name, value in linear.items()}
    shown |= {f"bn.{name}": value for name, value in norm.items()}
    shown["bn.eps"] = case.inputs["eps"]
    return shown | ({"x": case.inputs["x"]} if facet in ("y", "y_single") else {})


def _words(values: dict[str, Tensor | None]) -> dict[str, Any]:
    return {name: None if v is None else tuple(v.shape) for name, v in values.items()}


# ---------------------------------------------------------------------------- models


def _with(
    scale: Formula = _scale, weight: Formula = _weight, bias: Formula = _bias
) -> Callable[[nn.Linear, nn.BatchNorm1d], nn.Linear]:
    """The right fold with some of its three formulas replaced."""
    return lambda linear, bn: _fold(linear, bn, scale, weight, bias)


def _columns(s: Tensor, W: Tensor, **known: Any) -> Tensor:  # noqa: N803
    """The columns scaled where that fits, and the rows where it does not."""
    return s * W if len(s) == W.shape[1] else _weight(s, W)


def _before(s: Tensor, W: Tensor, b: Tensor, m: Tensor, beta: Tensor, **_: Any) -> Tensor:  # noqa: N803
    """The bias if the norm came first, where that fits."""
    shift = beta - s * m
    return b + (W @ shift if len(s) == W.shape[1] else shift)


def _untouched(linear: nn.Linear, bn: nn.BatchNorm1d) -> nn.Linear:
    return _fold(linear, bn, _scale, lambda W, **_: W, lambda b, **_: b)  # noqa: N803


def _fresh(linear: nn.Linear, bn: nn.BatchNorm1d) -> nn.Linear:
    fold_batchnorm(linear, bn)
    torch.default_generator.manual_seed(2)
    return nn.Linear(linear.in_features, linear.out_features, dtype=linear.weight.dtype)


# ---------------------------------------------------------------------------- recognizers


def _not_a_linear(evidence: Evidence) -> bool:
    return "result" in evidence.wrong_facets


def _lacks(evidence: Evidence, right: bool) -> bool:
    """Something is no parameter of the new layer, whose answers are right, or are not."""
    lacking = any(
        isinstance(found, dict) and not due.keys() <= found.keys()
        for _, _, found, due in evidence.wrong_values("parameters")
    )
    return lacking and right == ("y" not in evidence.wrong_facets)


def _raised(evidence: Evidence, words: str) -> bool:
    """Somewhere an exception has these words in its text."""
    return any(words in raised["text"] for raised in evidence.raised())


def _shares_memory(evidence: Evidence) -> bool:
    return "y_kept" in evidence.wrong_facets and "y" not in evidence.wrong_facets


def _same_layer_again(evidence: Evidence) -> bool:
    """Other layers give a new layer that answers as the one before it."""
    wrong = [answer for _, _, answer, _ in wrong_in_fitting(evidence)]
    return bool(wrong) and all(
        "y_second" in answer and same(answer["y_second"], answer["y_kept"]) for answer in wrong
    )


def _no_linear_bias(case: Case) -> bool:
    return case.inputs["linear"]["bias"] is None


def _not_affine(case: Case) -> bool:
    return case.inputs["norm"]["weight"] is None


def _asks_for_evaluation(evidence: Evidence) -> bool:
    return only_where(lambda case: case.inputs["training"], raised=True)(evidence)


def _all_bounded(evidence: Evidence) -> bool:
    """A fresh layer: its answers know nothing of the numbers in the given ones."""
    wrong = [(case, a["y"], t["y"]) for case, a, t in fitting(evidence) if "y" in a]
    return len(wrong) > 6 and all(
        isinstance(found, Tensor)
        and found.shape == due.shape
        and found.abs().max() <= _bound(case.inputs["x"]) + 1e-3
        for case, found, due in wrong
    )


def _bound(x: Tensor) -> Tensor:
    """No layer with PyTorch's first numbers gives more: all are below 1/√in_features."""
    return (x.abs().sum(1).max() + 1) * x.shape[1] ** -0.5


# ---------------------------------------------------------------------------- the ideas

FOLD = f"{REDUNDANT}#folding-batch-norm"

FOLD_IDEAS = (
    Idea(
        "returns-nothing",
        "The function returns None. Return the new layer; the given ones stay as they are.",
        FOLD,
        when=returns_nothing("result"),
    ),
    Idea(
        "not-a-linear",
        "What comes back is no nn.Linear. The point of folding is that one plain linear layer is "
        "left: make one and fill it.",
        FOLD,
        when=_not_a_linear,
    ),
    Idea(
        "argument-modified",
        "Numbers in linear or bn are not what they were. Make a new layer, and beware of names "
        "that stand for the given tensors themselves, such as an in-place `/=` on one of them.",
        f"{EXACTLY}#input-untouched",
        when=wrong_facets("given_after"),
    ),
    Idea(
        "mode-changed",
        "linear or bn was switched to another mode, or frozen. Leave both as they are: the fold "
        "needs bn's numbers, whatever mode it is in.",
        f"{REDUNDANT}#evaluation-mode",
        when=wrong_facets("flags_after"),
    ),
    Idea(
        "grad-mode-left",
        "Gradients are switched on or off afterwards, for the whole program. Use `with "
        "torch.no_grad():`; it puts back what was.",
        f"{LEARNS}#gradients-reach-it",
        when=wrong_facets("grad_mode_after", "grad_mode_kept"),
    ),
    Idea(
        "sizes-swapped",
        "The new layer has its sizes swapped. weight is stored as (out, in), and nn.Linear takes "
        "in_features first.",
        f"{EXACTLY}#weight-shape",
        when=wrong_facets("sizes"),
    ),
    Idea(
        "not-parameters",
        "weight or bias of the new layer is no parameter of it. Write values into the parameters "
        "that are there, or put new Parameters in their place.",
        f"{EXACTLY}#copying",
        when=lambda evidence: _lacks(evidence, right=True) or _raised(evidence, "as parameter"),
    ),
    Idea(
        "no-grad-forgotten",
        "autograd does not let a parameter be written into while it records. Write the values "
        "under `with torch.no_grad():`.",
        f"{EXACTLY}#copying",
        when=lambda evidence: _raised(evidence, "leaf Variable"),
    ),
    Idea(
        "bias-left-out",
        "The new layer has no bias. It needs one even if linear has none: the norm subtracts and "
        "adds something too.",
        FOLD,
        when=lambda evidence: _lacks(evidence, right=False),
    ),
    Idea(
        "shares-memory",
        "The new layer changes when linear or bn does. Work out its numbers once, and keep them "
        "in parameters of its own.",
        f"{EXACTLY}#copying",
        when=_shares_memory,
    ),
    Idea(
        "bias-none-mishandled",
        "A linear layer without bias goes wrong. linear.bias is None then and counts as zero; the "
        "new layer has a bias all the same.",
        FOLD,
        when=only_where(_no_linear_bias),
    ),
    Idea(
        "affine-none-mishandled",
        "A norm with affine=False goes wrong. bn.weight and bn.bias are None then: it still "
        "subtracts and divides, and γ counts as one, β as zero.",
        FOLD,
        when=only_where(_not_affine),
    ),
    Idea(
        "not-filled",
        "The new layer still has the random numbers that it was made with. Write the folded ones "
        "into its parameters; a new name inside the function does not reach them.",
        f"{EXACTLY}#copying",
        models=(_fresh,),
        when=_all_bounded,
    ),
    Idea(
        "answer-cached",
        "Other layers give the layer of an earlier call. Make a new one in each call.",
        f"{FORWARD}#nothing-is-cached",
        when=_same_layer_again,
    ),
    Idea(
        "eps-forgotten",
        "bn.eps is left out, or another number stands in its place. It is added to the running "
        "variance.",
        f"{REDUNDANT}#batch-norm",
        models=(
            _with(lambda gamma, v, **_: gamma / v.sqrt()),
            _with(lambda gamma, v, **_: gamma / (v + 1e-5).sqrt()),
            _with(lambda gamma, v, eps, **_: gamma / v.clamp(min=eps).sqrt()),
        ),
    ),
    Idea(
        "eps-outside-root",
        "bn.eps is added outside the root. It belongs to the variance, and the root comes after.",
        f"{REDUNDANT}#batch-norm",
        models=(_with(lambda gamma, v, eps, **_: gamma / (v.sqrt() + eps)),),
    ),
    Idea(
        "root-forgotten",
        "The norm divides by a standard deviation. The running variance is its square, and not "
        "the deviation itself.",
        f"{REDUNDANT}#batch-norm",
        models=(
            _with(lambda gamma, v, eps, **_: gamma / (v + eps)),
            _with(lambda gamma, v, eps, **_: gamma / (v**2 + eps).sqrt()),
            _with(lambda gamma, v, eps, **_: gamma / (v + eps) ** 2),
        ),
    ),
    Idea(
        "multiplied-by-deviation",
        "The standard deviation multiplies where it is due to divide.",
        f"{REDUNDANT}#batch-norm",
        models=(
            _with(lambda gamma, v, eps, **_: gamma * (v + eps).sqrt()),
            _with(lambda gamma, v, eps, **_: gamma * (v + eps)),
        ),
    ),
    Idea(
        "deviation-forgotten",
        "The standard deviation is left out, in the weight, in the bias or in both. Everything "
        "that comes from the linear layer is divided by it.",
        FOLD,
        models=(
            _with(lambda gamma, **_: gamma),
            _with(bias=lambda gamma, b, m, beta, **_: gamma * (b - m) + beta),
            _with(weight=lambda gamma, W, **_: gamma[:, None] * W),  # noqa: N803
        ),
    ),
    Idea(
        "mean-forgotten",
        "The running mean is not subtracted.",
        f"{REDUNDANT}#batch-norm",
        models=(_with(bias=lambda s, b, beta, **_: s * b + beta),),
    ),
    Idea(
        "mean-added",
        "The running mean is added. The norm subtracts it.",
        f"{REDUNDANT}#batch-norm",
        models=(_with(bias=lambda s, b, m, beta, **_: s * (b + m) + beta),),
    ),
    Idea(
        "mean-not-scaled",
        "The running mean goes into the bias unscaled. The norm subtracts it first, and scales "
        "what is left.",
        FOLD,
        models=(_with(bias=lambda s, b, m, beta, **_: s * b - m + beta),),
    ),
    Idea(
        "bias-not-scaled",
        "The linear layer's own bias is added unscaled. It goes through the norm like everything "
        "else that the layer puts out.",
        FOLD,
        models=(_with(bias=lambda s, b, m, beta, **_: b - s * m + beta),),
    ),
    Idea(
        "bias-forgotten",
        "The linear layer's own bias is lost. On the page the layer had none; here it may have.",
        FOLD,
        models=(_with(bias=lambda s, m, beta, **_: beta - s * m),),
    ),
    Idea(
        "beta-forgotten",
        "β, which is bn.bias, is not added.",
        FOLD,
        models=(_with(bias=lambda s, b, m, **_: s * (b - m)),),
    ),
    Idea(
        "beta-scaled",
        "β, which is bn.bias, is scaled too. The norm adds it last, when scaling is over.",
        FOLD,
        models=(
            _with(bias=lambda s, b, m, beta, **_: s * (b - m + beta)),
            _with(bias=lambda s, b, m, beta, v, eps, **_: s * (b - m) + beta / (v + eps).sqrt()),
        ),
    ),
    Idea(
        "gamma-forgotten",
        "γ, which is bn.weight, is left out, in the weight, in the bias or in both.",
        FOLD,
        models=(
            _with(lambda v, eps, **_: (v + eps).rsqrt()),
            _with(bias=lambda b, m, beta, v, eps, **_: (b - m) * (v + eps).rsqrt() + beta),
            _with(weight=lambda W, v, eps, **_: W * (v + eps).rsqrt()[:, None]),  # noqa: N803
        ),
    ),
    Idea(
        "norm-ignored",
        "The new layer is a copy of linear: nothing of the norm is in it.",
        FOLD,
        models=(_untouched,),
    ),
    Idea(
        "weight-not-scaled",
        "Only the bias is folded. The norm scales every output, and so the rows of weight.",
        FOLD,
        models=(_with(weight=lambda W, **_: W),),  # noqa: N803
    ),
    Idea(
        "columns-scaled",
        "The columns of weight are scaled where the rows are due. There is one factor for each "
        "output, and a row of weight belongs to an output; in a square layer nothing complains.",
        FOLD,
        models=(
            _with(weight=lambda s, W, **_: s * W),  # noqa: N803
            _with(weight=_columns),
        ),
    ),
    Idea(
        "norm-first",
        "The norm is folded as if it came before the linear layer. Here it comes after it.",
        FOLD,
        models=(_with(weight=_columns, bias=_before),),
    ),
    Idea(
        "asks-for-evaluation",
        "A layer in training mode is refused. What is folded is what bn does in evaluation mode, "
        "and for that it need not be in it.",
        f"{REDUNDANT}#evaluation-mode",
        when=_asks_for_evaluation,
    ),
    Idea(
        "dtype-forced",
        "The new layer has another dtype than linear, or its numbers lost digits on the way.",
        f"{EXACTLY}#dtype",
        when=lambda evidence: dtype_forced(evidence) or digits_lost(evidence),
    ),
    Idea(
        "refuses-what-fits",
        "A ValueError is raised for layers that can be folded. bn needs running statistics and as "
        "many features as linear has outputs; nothing else.",
        FOLD,
        when=refuses,
    ),
    Idea(
        "no-error-on-mismatch",
        "Layers that cannot be folded are let through. Raise ValueError where bn keeps no running "
        "statistics, or has another number of features than linear has outputs.",
        FOLD,
        when=no_error,
    ),
    Idea(
        "wrong-error-type",
        "Another exception is raised than ValueError. Look at bn's running statistics and its "
        "number of features first, and say in a ValueError what is missing.",
        FOLD,
        when=wrong_error,
    ),
)

FOLD_CHECK = Check(
    name="batching/fold-batchnorm",
    takes="fold_batchnorm",
    kind="function",
    parts=(
        Part("a layer with bias, a norm with γ and β", 2, tag="full"),
        Part(
            "no bias, or neither γ nor β",
            1,
            tag="reduced",
            needs=("a layer with bias, a norm with γ and β",),
        ),
        Part(
            "refuses what cannot be folded",
            1,
            tag="refused",
            needs=("a layer with bias, a norm with γ and β",),
        ),
    ),
    cases=fold_cases,
    reference=fold_batchnorm,
    answers=frozenset({"y", "y_single", "y_second"}),
    ideas=FOLD_IDEAS,
    describe=describe_fold,
    show=show_fold,
    page=FOLD,
)
