"""The wrong ideas about a linear layer: how each answers, and what to tell who holds it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 (PyTorch's own abbreviation)
from torch import Tensor, nn

from autograder.checks.core import Case, Evidence, Idea, close, multiple, same
from autograder.checks.linear_layer.pages import EXACTLY, FORWARD, LEARNABLE, LEARNS

# ---------------------------------------------------------------------------- models


def _layer(
    formula: Callable[[nn.Module, Tensor], Any],
    weight: Callable[[int, int], Tensor] = lambda i, o: torch.randn(o, i),
    bias: Callable[[int, int], Tensor] = lambda i, o: torch.randn(o),
) -> type:
    """A layer class built on a wrong formula or on other shapes."""

    class Model(nn.Module):
        def __init__(self, in_features: int, out_features: int):
            super().__init__()
            self.weight = nn.Parameter(weight(in_features, out_features))
            self.bias = nn.Parameter(bias(in_features, out_features))

        def forward(self, x: Tensor) -> Any:
            return formula(self, x)

    return Model


def right(layer: nn.Module, x: Tensor) -> Tensor:
    """What is due."""
    return x @ layer.weight.T + layer.bias


def _after(function: Callable[[Tensor], Tensor]) -> type:
    return _layer(lambda layer, x: function(right(layer, x)))


def _before(function: Callable[[Tensor], Tensor]) -> type:
    return _layer(lambda layer, x: right(layer, function(x)))


def _with_weight(function: Callable[[Tensor], Tensor]) -> type:
    return _layer(lambda layer, x: x @ function(layer.weight).T + layer.bias)


def _of_one_shape(first: Tensor, second: Tensor) -> Tensor:
    if first.shape != second.shape:
        raise ValueError("an elementwise product of two shapes")
    return first * second


def _times_rows(x: Tensor) -> int:
    return x.shape[0] if x.dim() == 2 else 1


ACTIVATIONS = (
    torch.relu,
    torch.sigmoid,
    torch.tanh,
    F.gelu,
    F.silu,
    F.softplus,
    F.leaky_relu,
    torch.abs,
    torch.square,
    torch.exp,
    torch.sin,
    lambda z: torch.softmax(z, -1),
    lambda z: torch.log_softmax(z, -1),
    lambda z: F.normalize(z, dim=-1),
    lambda z: F.layer_norm(z, z.shape[-1:]),
    lambda z: z.clamp(-1, 1),
    lambda z: z.clamp(0, 1),
    lambda z: z.clamp(max=0),
)

# ------------------------------------------------------------- what the evidence shows: shapes


def _shapes(evidence: Evidence, where: str) -> list[tuple[Case, Any, Any]]:
    """(case, weight's shape, bias's shape) as reported under ``where``."""
    return [
        (case, answer[where].get("weight"), answer[where].get("bias"))
        for case, answer, _ in evidence.rows()
        if isinstance(answer.get(where), dict)
    ]


def _sizes(case: Case) -> tuple[int, int]:
    return case.inputs["in_features"], case.inputs["out_features"]


def _odd(found: list) -> list:
    """Those of ``found`` (the case comes first) whose layer is not square."""
    return [item for item in found if len(set(_sizes(item[0]))) == 2]


def _every(items: list, test: Callable[..., bool]) -> bool:
    return bool(items) and all(test(*item) for item in items)


def _missing_super(evidence: Evidence) -> bool:
    """nn.Module complains where it would register a parameter, or where it looks for its tables."""
    return len(evidence.raised()) == len(evidence.cases) and all(
        raised["type"] == "AttributeError"
        and (
            "__init__() call" in raised["text"]
            or any(f"'{name}'" in raised["text"] for name in ("_parameters", "_modules"))
        )
        for raised in evidence.raised()
    )


def _forward_missing(evidence: Evidence) -> bool:
    """nn.Module's own forward was reached, which is there to say that there is none."""
    return bool(evidence.raised()) and all(
        raised["type"] == "NotImplementedError" and 'required "forward"' in raised["text"]
        for raised in evidence.raised()
    )


def _sizes_swapped(evidence: Evidence) -> bool:
    return _every(
        _odd(_shapes(evidence, "registered")),
        lambda case, weight, bias: weight == _sizes(case) and bias == _sizes(case)[:1],
    )


def _stored_in_out(evidence: Evidence) -> bool:
    return _every(
        _odd(_shapes(evidence, "attributes")),
        lambda case, weight, bias: weight == _sizes(case),
    )


def _square_only(evidence: Evidence) -> bool:
    return _every(
        _odd(_shapes(evidence, "registered")),
        lambda case, weight, bias: weight in ((n := _sizes(case)[0], n), (m := _sizes(case)[1], m)),
    )


def _one_shape_for_all(evidence: Evidence) -> bool:
    found = _shapes(evidence, "registered")
    due = {_sizes(case) for case, _, _ in found}
    shapes = {weight for _, weight, _ in found}
    return len(due) > 1 and len(shapes) == 1 and None not in shapes


def _created_later(evidence: Evidence) -> bool:
    return any(
        answer.get("all_registered") == {} and bool(answer.get("registered_after_call"))
        for answer in evidence.answers
    )


def _registered_numbers(answer: dict) -> int:
    shapes = answer.get("all_registered") or {}
    return sum(math.prod(shape) for shape in shapes.values() if isinstance(shape, tuple))


def _no_bias(evidence: Evidence) -> bool:
    """Nothing but the weight is registered, and the attribute bias is no tensor."""
    return _every(
        _shapes(evidence, "attributes"),
        lambda case, weight, bias: isinstance(weight, tuple) and not isinstance(bias, tuple),
    ) and all(
        _registered_numbers(answer) == math.prod(_sizes(case))
        for case, answer, _ in evidence.rows()
    )


def _plain_tensor(evidence: Evidence) -> bool:
    """There is a tensor under the name, and its numbers are among no registered parameter's."""
    kept = zip(_shapes(evidence, "attributes"), _shapes(evidence, "registered"), strict=True)
    hidden = [
        any(isinstance(a, tuple) and r is None for a, r in zip(attr[1:], reg[1:], strict=True))
        for attr, reg in kept
    ]
    return (
        bool(hidden)
        and all(hidden)
        and all(
            _registered_numbers(answer) < _numbers_due(case) for case, answer, _ in evidence.rows()
        )
    )


def _numbers_due(case: Case) -> int:
    in_features, out_features = _sizes(case)
    return (in_features + 1) * out_features


def _renamed(evidence: Evidence) -> bool:
    """All the numbers are registered, and not as weight and bias."""
    return _every(
        [(case, answer) for case, answer, _ in evidence.rows()],
        lambda case, answer: (
            None in answer["registered"].values()
            and _registered_numbers(answer) >= _numbers_due(case)
        ),
    )


def _bias_shape(evidence: Evidence) -> bool:
    return any(
        isinstance(bias, tuple) and bias != _sizes(case)[1:]
        for case, _, bias in _shapes(evidence, "registered")
    )


def _weight_shape(evidence: Evidence) -> bool:
    return any(
        isinstance(weight, tuple) and weight != _sizes(case)[::-1]
        for case, weight, _ in _shapes(evidence, "registered")
    )


# ------------------------------------------------------------- what the evidence shows: values

_HELD = {
    "y": ("x", "weight", "bias"),
    "y_same_shape": ("x_3", "weight", "bias"),
    "y_single": ("x", "weight", "bias"),
    "y_last_row": ("x", "weight", "bias"),
    "y_again": ("x", "weight", "bias"),
    "y_other_batch": ("x_2", "weight", "bias"),
    "y_eval": ("x", "weight_2", "bias_2"),
    "y_eval_again": ("x", "weight", "bias"),
}
_IN_TRAINING = ("y", "y_same_shape", "y_single", "y_last_row", "y_again", "y_other_batch")
_IN_EVALUATION = ("y_eval", "y_eval_again")
_CALLS = (*_IN_TRAINING, "y_after_step", *_IN_EVALUATION)


def _held(case: Case, facet: str) -> tuple[Tensor, Tensor, Tensor]:
    """x, weight and bias at the call that ``facet`` reports."""
    x, weight, bias = (case.inputs[name] for name in _HELD[facet])
    rows = {"y_single": -1, "y_last_row": slice(-1, None)}
    return x[rows[facet]] if facet in rows else x, weight, bias


def _answers_right(evidence: Evidence) -> bool:
    return not evidence.wrong_facets & (evidence.check.answers | {"raised"})


def _first_right(evidence: Evidence) -> bool:
    return "y" not in evidence.wrong_facets and any("y" in a for a in evidence.answers)


def _differs(evidence: Evidence, facet: str, key: str | None = None) -> bool:
    """Whether ``facet``, or its entry ``key``, is seen and not as it is due."""
    return any(
        not same(found, due) if key is None else not same(found[key], due[key])
        for found, due in evidence.values(facet)
    )


def _grad_mode_left(evidence: Evidence) -> bool:
    return _differs(evidence, "state_built", "torch.is_grad_enabled()") or bool(
        evidence.wrong_facets & {"grad_mode_after", "grad_mode_kept"}
    )


def _default_dtype_left(evidence: Evidence) -> bool:
    return (
        _differs(evidence, "state_built", "torch.get_default_dtype()")
        or "default_dtype_after" in evidence.wrong_facets
    )


def _frozen(evidence: Evidence) -> bool:
    """A parameter does not ask for a gradient, at once or after the first call."""
    return any(
        due[name] and not found[name]
        for facet in ("trainable", "trainable_after")
        for found, due in evidence.values(facet)
        for name in due
    )


def _input_mutated(evidence: Evidence) -> bool:
    facets = {"x_after", "x_requires_grad_after", "x_at_the_end", "x_2_after"}
    return bool(evidence.wrong_facets & facets)


def _shared_between_instances(evidence: Evidence) -> bool:
    """The first answer is that of another layer's values, written into that one after ours."""
    wrong = evidence.wrong_values("y")
    return any(
        same(found, case.inputs["x"] @ case.inputs["weight_2"].T + case.inputs["bias_2"])
        for case, _, found, _ in wrong
    )


def _differs_when_repeated(evidence: Evidence) -> bool:
    """One and the same call gives different numbers."""
    return any(
        isinstance(answer.get("y"), Tensor)
        and isinstance(answer.get("y_again"), Tensor)
        and not torch.allclose(answer["y"], answer["y_again"], equal_nan=True)
        for answer in evidence.answers
    )


def _dropout(evidence: Evidence) -> bool:
    return (
        _differs_when_repeated(evidence)
        and "y" in evidence.wrong_facets
        and not evidence.wrong_facets & {*_IN_EVALUATION, "held_after"}
        and any("y_eval" in answer for answer in evidence.answers)
    )


def _random(evidence: Evidence) -> bool:
    """Numbers are drawn in forward: the random state moved, or nothing else explains it."""
    return (
        _differs_when_repeated(evidence)
        and "y" in evidence.wrong_facets
        and ("random_state_kept" in evidence.wrong_facets or not _differs(evidence, "held_after"))
    )


def _returns_none(evidence: Evidence) -> bool:
    found = [found for _, facet, found, _ in evidence.wrong_values()]
    return bool(found) and all(value is None for value in found)


def _input_unused(evidence: Evidence) -> bool:
    """Another x of the same shape gives the same wrong answer."""
    pairs = [
        (answer["y"], answer["y_same_shape"])
        for case, answer, truth in evidence.rows()
        if "y_same_shape" in answer and not same(truth["y"], truth["y_same_shape"])
    ]
    return (
        len(pairs) > 1
        and all(isinstance(y, Tensor) and same(y, other) for y, other in pairs)
        and "y" in evidence.wrong_facets
    )


def _wrong_type(evidence: Evidence) -> bool:
    found = [found for _, facet, found, _ in evidence.wrong_values()]
    return bool(found) and all(not isinstance(value, Tensor) for value in found)


def _contiguous_only(evidence: Evidence) -> bool:
    """Everything is right except for an x that does not lie in memory in one piece."""
    layouts = {
        case.inputs["layout"]
        for case, wrong in zip(evidence.cases, evidence.wrong, strict=True)
        if wrong
    }
    return bool(layouts) and "contiguous" not in layouts


def _hard_coded_batch(evidence: Evidence) -> bool:
    """Batches of the first size come out right; the first one of another size does not."""
    stopped = [
        (case, answer, "y_single" in answer and "y_other_batch" not in answer)
        for case, answer, _ in evidence.rows()
        if "raised" in answer
    ]
    return (
        bool(stopped)
        and all("batch" in case.tags and late for case, _, late in stopped)
        and _first_right(evidence)
    )


def _hard_coded_inputs(evidence: Evidence) -> bool:
    """Only the first so many inputs are used, whatever in_features is."""
    wrong = [item for item in evidence.wrong_values()]
    return len(wrong) > 1 and any(
        all(same(found, _first_inputs(case, facet, count)) for case, facet, found, _ in wrong)
        for count in range(1, 7)
    )


def _first_inputs(case: Case, facet: str, count: int) -> Tensor:
    x, weight, bias = _held(case, facet)
    return x[..., :count] @ weight[:, :count].T + bias


def _rounded(evidence: Evidence) -> bool:
    """What comes out is what is due, cut down to a few decimals."""
    wrong = _real_pairs(evidence)
    return bool(wrong) and any(
        all(_cut_down(y * 10**d, due * 10**d) for y, due in wrong) for d in range(5)
    )


def _cut_down(y: Tensor, due: Tensor) -> bool:
    return bool(((y - y.round()).abs() < 0.02).all() and ((y - due).abs() < 0.6).all())


def _real_pairs(evidence: Evidence) -> list[tuple[Tensor, Tensor]]:
    """Wrong answers of the right shape beside what is due; none if any has another shape."""
    pairs = [(found, due) for _, _, found, due in evidence.wrong_values()]
    fit = all(isinstance(y, Tensor) and y.shape == due.shape for y, due in pairs)
    return [(y.double(), due.double()) for y, due in pairs] if fit else []


def _dtype_forced(evidence: Evidence) -> bool:
    """Each wrong answer is wrong in dtype, or shows the digits of a coarser one."""
    wrong = [
        _dtype_trouble(case, answer, truth, facets)
        for (case, answer, truth), facets in zip(evidence.rows(), evidence.wrong, strict=True)
        if facets
    ]
    return True in wrong and False not in wrong


def _dtype_trouble(case: Case, answer: dict, truth: dict, wrong: list[str]) -> bool | None:
    """Whether the first wrong answer is a matter of dtype; None where only gradients are wrong."""
    if "param_dtype" in wrong:
        return True
    facet = next((f for f in wrong if f in _HELD and f in answer), None)
    if facet is not None:
        return _coarser(case, facet, answer[facet], truth[facet])
    if "raised" in wrong:
        words = ("dtype", "Double", "double", "Float", "Half")
        return case.inputs["dtype"] == "float64" and any(
            word in answer["raised"]["text"] for word in words
        )
    return None if case.inputs["dtype"] == "float64" else False


def _coarser(case: Case, facet: str, y: Any, due: Tensor) -> bool:
    """Another dtype, or off by no more than the steps of bfloat16, or made from whole numbers."""
    if not isinstance(y, Tensor) or y.shape != due.shape:
        return False
    if y.dtype != due.dtype:
        return True
    x, weight, bias = _held(case, facet if facet in _HELD else "y")
    if close(y, x.trunc() @ weight.T + bias):
        return True
    scale = x.abs() @ weight.abs().T + bias.abs()
    return bool(((y - due).abs() <= 2**-6 * scale).all())


# ------------------------------------------------------------- what the evidence shows: bias


def _bias_times(evidence: Evidence) -> list[float]:
    """How often the bias is in each wrong answer; empty if some answer is not of this form."""
    found = []
    for case, facet, y, due in evidence.wrong_values():
        if not isinstance(y, Tensor) or y.shape != due.shape:
            return []
        times = multiple(y - due, _held(case, facet)[2].expand_as(due))
        if times is None:
            return []
        found.append(round(1 + times, 2))
    return found if len(found) > 1 else []


def _bias_more_than_once(evidence: Evidence) -> bool:
    times = _bias_times(evidence)
    return bool(times) and all(count > 1 and count == int(count) for count in times)


def _bias_exactly(count: float) -> Callable[[Evidence], bool]:
    return lambda evidence: set(_bias_times(evidence)) == {count}


# ------------------------------------------------------------- what the evidence shows: shapes of y


def _scaled(evidence: Evidence) -> bool:
    """Each wrong answer is a number, not 1, times what is due, with or without the bias."""
    return any(_one_factor_each(evidence, with_bias) for with_bias in (True, False))


def _one_factor_each(evidence: Evidence, with_bias: bool) -> bool:
    telling = 0
    for case, facet, y, due in evidence.wrong_values():
        if not isinstance(y, Tensor) or y.shape != due.shape:
            return False
        shift = 0 if with_bias else _held(case, facet)[2]
        factor = multiple(y - shift, due - shift)
        if factor is None or abs(factor - 1) < 0.01 or abs(factor) < 0.01:
            return False
        telling += due.numel() > 1
    return telling > 1


def _transposed_output(evidence: Evidence) -> bool:
    wrong = [w for w in evidence.wrong_values() if w[3] is not None and w[3].dim() == 2]
    return bool(wrong) and all(
        isinstance(y, Tensor) and same(y, due.mT.contiguous()) for _, _, y, due in wrong
    )


def _ones_only(evidence: Evidence, sign: int) -> bool:
    """The numbers are right, in a shape with more (1) or fewer (-1) dimensions of size one."""
    wrong = [w for w in evidence.wrong_values()]
    return bool(wrong) and all(
        isinstance(y, Tensor)
        and (y.dim() - due.dim()) * sign > 0
        and y.numel() == due.numel()
        and close(y.flatten(), due.flatten())
        for _, _, y, due in wrong
    )


def _only_for(evidence: Evidence, tag: str) -> bool:
    """Whoever calls with the other kind of x gets what is due; with this kind, never."""
    for case, answer, truth in evidence.rows():
        good = "y" in answer and same(answer["y"], truth["y"])
        if good == (tag in case.tags):
            return False
    return True


def _single_only(evidence: Evidence) -> bool:
    """A batch raises, or comes out in another shape than (N, out)."""
    return _only_for(evidence, "batch") and all(
        not isinstance(y, Tensor) or y.shape != due.shape
        for case, _, y, due in evidence.wrong_values("y")
    )


def _rows_mixed(evidence: Evidence) -> bool:
    """A single vector comes out right, and what comes out for a row depends on the others."""
    batches = [
        (answer, truth)
        for case, answer, truth in evidence.rows()
        if "batch" in case.tags and "y_last_row" in answer and not same(answer["y"], truth["y"])
    ]
    mixed = [
        same(answer["y_single"], truth["y_single"])
        and isinstance(answer["y"], Tensor)
        and answer["y"].shape == truth["y"].shape
        and (len(truth["y"]) == 1 or not same(answer["y"][-1:], answer["y_last_row"]))
        for answer, truth in batches
    ]
    return len(mixed) > 1 and all(mixed)


# ------------------------------------------------------- what the evidence shows: calls in a row


def _values_kept(evidence: Evidence) -> bool:
    """Answers follow a weight or bias that the layer held before, not the one it holds now."""
    found = {"y_tied": [], "others": []}
    for (case, answer, _), wrong in zip(evidence.rows(), evidence.wrong, strict=True):
        for facet in (*_HELD, "y_tied"):
            if facet in wrong and facet in answer:
                kind = "y_tied" if facet == "y_tied" else "others"
                found[kind].append(_follows_former(case, answer, facet, answer[facet]))
    # What the other layer held when it was built is not known, so y_tied can only speak in favor.
    return all(found["others"]) and (bool(found["others"]) or any(found["y_tied"]))


def _follows_former(case: Case, answer: dict, facet: str, y: Any) -> bool:
    x = case.inputs["x"] if facet == "y_tied" else _held(case, facet)[0]
    start = answer.get("start") or {}

    def held_at_some_time(name: str) -> list[Tensor]:
        return [case.inputs[name], case.inputs[f"{name}_2"], start[name].to(x.dtype)]

    return any(
        same(y, x @ weight.T + bias)
        for weight in held_at_some_time("weight")
        for bias in held_at_some_time("bias")
    )


def _answer_cached(evidence: Evidence) -> bool:
    """The first answer is right; what comes out wrong later is an answer given before."""
    wrong = 0
    for (_, answer, _), facets in zip(evidence.rows(), evidence.wrong, strict=True):
        calls = [facet for facet in answer if facet in _CALLS]
        for facet in (f for f in facets if f in calls and f != "y_rows"):
            earlier = calls[: calls.index(facet)]
            if not any(same(answer[facet], answer[f]) for f in earlier):
                return False
            wrong += 1
    return wrong > 1 and _first_right(evidence)


def _gradients_wiped(evidence: Evidence) -> bool:
    """The first gradient is right; after a second pass there is that of the second alone."""
    seen = [
        (found[name], due[name], answer.get(f"grad_{name}"))
        for _, answer, truth in evidence.rows()
        if "grad_sums" in answer
        for found, due in [(answer["grad_sums"], truth["grad_sums"])]
        for name in ("weight", "bias")
        if isinstance(found.get(name), Tensor) and not same(found[name], due[name])
    ]
    return bool(seen) and all(
        isinstance(first, Tensor) and torch.allclose(found, due - first, 1e-3, 1e-3)
        for found, due, first in seen
    )


def _detached(evidence: Evidence) -> bool:
    """The numbers are right and a gradient that is due does not arrive."""
    facets = ("grad_x", "grad_weight", "grad_bias", "grad_eval")
    return _answers_right(evidence) and any(
        _absent(found, due) for facet in facets for found, due in evidence.values(facet)
    )


def _absent(found: Any, due: Any) -> bool:
    if isinstance(due, dict) and isinstance(found, dict):
        return any(_absent(found.get(name), due[name]) for name in due)
    return found is None and due is not None


def _gradient_wrong(evidence: Evidence) -> bool:
    facets = {"grad_x", "grad_weight", "grad_bias", "grad_sums", "grad_eval"}
    return _answers_right(evidence) and bool(evidence.wrong_facets & facets)


def _extra_parameter(evidence: Evidence) -> bool:
    """There are more than two parameters, and with them the answers go astray in training."""
    more = any(len(answer.get("all_registered") or {}) > 2 for answer in evidence.answers)
    return more and not evidence.wrong_facets & {*_IN_TRAINING, "grad_weight", "grad_bias"}


# ------------------------------------------------------- what the evidence shows: other functions


def _applied_to_output(evidence: Evidence) -> bool:
    """What comes out is one function of each number due, or of each product plus the bias."""
    pairs = [w for w in evidence.wrong_values()]
    if any(not isinstance(y, Tensor) or y.shape != due.shape for _, _, y, due in pairs):
        return False
    after = [(due, y) for _, _, y, due in pairs]
    between = [(due - b, y - b) for case, f, y, due in pairs for b in [_held(case, f)[2]]]
    return _one_function(after) or _one_function(between)


def _one_function(pairs: list[tuple[Tensor, Tensor]]) -> bool:
    """Whether z ↦ y is a function without jumps or steep places: close z never give far y."""
    z, y = (torch.cat([pair[i].double().flatten() for pair in pairs]) for i in (0, 1))
    z, order = z.sort()
    steps, rises = z.diff(), y[order].diff().abs()
    dense = len(z) >= 60 and bool(y.isfinite().all())
    return dense and bool((rises <= 4 * steps + 1e-4).all())


def _other_numbers(evidence: Evidence) -> bool:
    """Answers are x Vᵀ + c for some V and c that are not what the layer holds.

    From the first call's rows and those of other calls with the same weight: more rows than V and
    c have unknowns, so that this is a finding and not a fit.
    """
    fits = [fit for case, answer, truth in evidence.rows() for fit in _affine_fits(case, answer)]
    return len(fits) > 1 and all(fits)


def _affine_fits(case: Case, answer: dict) -> list[bool]:
    facets = ("y", "y_same_shape", "y_other_batch")
    if any(not isinstance(answer.get(f), Tensor) for f in facets):
        return []
    held = [(_held(case, f)[0], answer[f]) for f in facets if answer[f].isfinite().all()]
    if any(y.shape != (*x.shape[:-1], case.inputs["out_features"]) for x, y in held):
        return [False]
    x, y = (
        torch.cat([pair[i].double().reshape(-1, pair[i].shape[-1]) for pair in held])
        for i in (0, 1)
    )
    x = torch.cat([x, torch.ones_like(x[:, :1])], dim=1)
    if len(x.unique(dim=0)) < x.shape[1] + 2 or torch.linalg.matrix_rank(x) < x.shape[1]:
        return []
    off = (x @ torch.linalg.lstsq(x, y).solution - y).abs().max().item()
    return [off <= 1e-4 * (1 + y.abs().max().item())]


def _other_input(evidence: Evidence) -> bool:
    """Answers are z Wᵀ + b for some z that is not x; seen where out is larger than in."""
    found = []
    for case, facet, y, due in evidence.wrong_values():
        _, weight, bias = _held(case, facet)
        if weight.shape[0] <= weight.shape[1]:
            continue
        if not isinstance(y, Tensor) or y.shape != due.shape:
            return False
        if not y.isfinite().all():
            continue  # such as a division by a spread of zero, where there is one input
        target = (y - bias).double().reshape(-1, weight.shape[0]).T
        z = torch.linalg.lstsq(weight.double(), target).solution
        found.append(bool((weight.double() @ z - target).abs().max() < 1e-4))
    return len(found) > 1 and all(found)


def _differs_by_mode(evidence: Evidence) -> bool:
    in_training = bool(evidence.wrong_facets & set(_IN_TRAINING))
    in_evaluation = bool(evidence.wrong_facets & set(_IN_EVALUATION))
    return in_training != in_evaluation and any("y_eval" in a for a in evidence.answers)


# ---------------------------------------------------------------------------- the ideas

FORWARD_IDEAS = (
    Idea(
        "not-a-module",
        "The class is not an nn.Module. Derive it from nn.Module, so that its parameters are "
        "found.",
        f"{LEARNABLE}#parameters",
        when=lambda e: "is_module" in e.wrong_facets,
    ),
    Idea(
        "missing-super",
        "The constructor does not call super().__init__() before it assigns parameters. nn.Module "
        "keeps its list of parameters there, and nothing can be registered before it exists.",
        f"{LEARNABLE}#parameters",
        when=_missing_super,
    ),
    Idea(
        "forward-missing",
        "The class has no method forward. Look at the spelling, and at the indentation: forward "
        "stands beside __init__, not inside it.",
        f"{LEARNABLE}#built-from-tensors",
        when=_forward_missing,
    ),
    Idea(
        "default-dtype-left",
        "torch's default dtype is another one afterwards, for every tensor of the whole program. "
        "Let parameters follow the default dtype; do not set it.",
        f"{EXACTLY}#dtype",
        when=_default_dtype_left,
    ),
    Idea(
        "grad-mode-left",
        "Gradients are switched on or off afterwards, for the whole program. Use `with "
        "torch.no_grad():` around what is not to be recorded; it puts back what was.",
        f"{LEARNS}#gradients-reach-it",
        when=_grad_mode_left,
    ),
    Idea(
        "input-mutated",
        "The forward pass changes x. The caller's tensor must stay as it was: use x + b, not x += "
        "b, and on x no method that ends in an underscore.",
        f"{EXACTLY}#input-untouched",
        when=_input_mutated,
    ),
    Idea(
        "created-on-first-call",
        "There are no parameters until the first call. Create them in the constructor: an "
        "optimizer is given them before any data arrives.",
        f"{EXACTLY}#at-construction",
        when=_created_later,
    ),
    Idea(
        "sizes-swapped",
        "The two sizes are taken in the other order. It is Linear(in_features, out_features).",
        f"{EXACTLY}#at-construction",
        when=_sizes_swapped,
    ),
    Idea(
        "weight-stored-in-out",
        "The weight is stored as (in, out). PyTorch stores (out, in): a row of weight is what one "
        "output listens to, and the forward pass multiplies by its transpose.",
        f"{EXACTLY}#weight-shape",
        when=_stored_in_out,
    ),
    Idea(
        "square-only",
        "Both dimensions of weight have the same size. It has a row for each output and a column "
        "for each input.",
        f"{EXACTLY}#weight-shape",
        when=_square_only,
    ),
    Idea(
        "hard-coded-sizes",
        "A size is written into the code, or kept from the first call, where it has to follow "
        "in_features, out_features or x.",
        f"{EXACTLY}#input-shapes",
        when=lambda e: _one_shape_for_all(e) or _hard_coded_batch(e) or _hard_coded_inputs(e),
    ),
    Idea(
        "no-bias",
        "There is no bias: the layer can only give 0 for x = 0. Add a parameter with one number "
        "for each output.",
        f"{LEARNABLE}#built-from-tensors",
        when=_no_bias,
    ),
    Idea(
        "plain-tensor",
        "weight or bias is a plain tensor or a buffer, or is kept where the module does not look. "
        "It computes, but parameters() does not list it, so no optimizer will ever move it. "
        "Assign an nn.Parameter to self.weight and self.bias.",
        f"{LEARNABLE}#parameters",
        when=_plain_tensor,
    ),
    Idea(
        "state-renamed",
        "The parameters are not registered as weight and bias, so the state_dict of this layer "
        "and that of PyTorch's do not fit each other.",
        f"{EXACTLY}#state-dict",
        when=_renamed,
    ),
    Idea(
        "bias-added-to-input",
        "The bias is added to x, before the product. It is added to the product, one number for "
        "each output.",
        f"{EXACTLY}#bias-shape",
        models=(
            _layer(lambda s, x: (x + s.bias) @ s.weight.T, bias=lambda i, o: torch.randn(i)),
            _layer(
                lambda s, x: (
                    (x + s.bias) @ s.weight.T if x.shape[-1] == len(s.bias) else right(s, x)
                )
            ),
        ),
    ),
    Idea(
        "bias-wrong-shape",
        "bias has another shape than (out,): one number for each output, and no further dimension.",
        f"{EXACTLY}#bias-shape",
        when=_bias_shape,
    ),
    Idea(
        "weight-wrong-shape",
        "weight has another shape than (out, in): a row for each output, a column for each input.",
        f"{EXACTLY}#weight-shape",
        when=_weight_shape,
    ),
    Idea(
        "initial-values",
        "The weight starts with all entries equal, or with values that are not finite, or that "
        "were never set. Equal rows get equal gradients and stay equal; draw the start at random.",
        f"{EXACTLY}#at-construction",
        when=lambda e: "initial" in e.wrong_facets,
    ),
    Idea(
        "frozen",
        "A parameter has requires_grad=False, so no gradient arrives at it and no optimizer moves "
        "it.",
        f"{LEARNS}#gradients-reach-it",
        when=_frozen,
    ),
    Idea(
        "shared-between-instances",
        "Two layers of one size share their values: writing into one changes the other. Create "
        "new parameters in each call of the constructor.",
        f"{EXACTLY}#at-construction",
        when=_shared_between_instances,
    ),
    Idea(
        "dropout-in-training",
        "In training mode the same call gives other numbers each time: dropout or noise. A linear "
        "layer does the same in training and in evaluation.",
        f"{LEARNABLE}#no-activation",
        when=_dropout,
    ),
    Idea(
        "random-in-forward",
        "The same call gives other numbers each time: forward draws at random. The values are "
        "drawn once, in the constructor, and forward uses what self.weight and self.bias hold.",
        f"{FORWARD}#nothing-is-cached",
        when=_random,
    ),
    Idea(
        "parameters-changed",
        "Calling the layer changes its weight or bias. Only an optimizer moves them; forward "
        "reads.",
        f"{LEARNS}#optimizer-moves",
        when=lambda e: _differs(e, "held_after"),
    ),
    Idea(
        "returns-nothing",
        "forward returns None. A function does where it ends without a return statement; printing "
        "is not returning.",
        f"{LEARNABLE}#built-from-tensors",
        when=_returns_none,
    ),
    Idea(
        "wrong-type",
        "What comes back is not a tensor. Return one tensor: a comma after it makes a tuple, and "
        "a list of rows still has to be stacked.",
        f"{EXACTLY}#input-shapes",
        when=_wrong_type,
    ),
    Idea(
        "gradients-wiped",
        "Calling the layer clears the gradients that have been collected. They add up until the "
        "optimizer's zero_grad(); forward does not touch them.",
        f"{LEARNS}#optimizer-moves",
        when=_gradients_wiped,
    ),
    Idea(
        "detached",
        "The numbers are right, but no gradient gets through: the graph is cut by no_grad, "
        "detach, .data, or a way through NumPy or Python numbers. Such a layer never learns.",
        f"{LEARNS}#gradients-reach-it",
        when=_detached,
    ),
    Idea(
        "gradient-wrong",
        "The numbers are right, and the gradient that arrives is not: part of the computation is "
        "cut off from the graph, or a gradient is changed on the way.",
        f"{LEARNS}#gradients-reach-it",
        when=_gradient_wrong,
    ),
    Idea(
        "extra-parameter",
        "There are more parameters than weight and bias, and the output depends on them: training "
        "moves them too, and loading a state_dict does not set them.",
        f"{LEARNABLE}#parameters",
        when=_extra_parameter,
    ),
    Idea(
        "input-unused",
        "The output is the same whatever x is. Each output is a sum of x times its row of weight, "
        "plus its bias.",
        f"{LEARNABLE}#mixing",
        when=_input_unused,
    ),
    Idea(
        "contiguous-only",
        "It works only for an x that lies in memory in one piece, row after row. A transposed or "
        "expanded x does not: use reshape instead of view, or no reshaping at all.",
        f"{EXACTLY}#input-shapes",
        when=_contiguous_only,
    ),
    Idea(
        "rounded",
        "The output is rounded. What prints with few digits is kept with all of them, and "
        "rounding has no useful gradient.",
        f"{EXACTLY}#dtype",
        when=_rounded,
    ),
    Idea(
        "no-transpose",
        "The product is x @ weight, without the transpose. Where in and out are equal that runs "
        "and gives other numbers: it mixes the columns of weight where its rows are due.",
        f"{EXACTLY}#weight-shape",
        models=(
            _layer(lambda s, x: x @ s.weight + s.bias),
            # einsum spreads a size of 1 where @ raises
            _layer(lambda s, x: torch.einsum("...i,ij->...j", x, s.weight) + s.bias),
        ),
    ),
    Idea(
        "reshape-for-transpose",
        "The weight is brought to (in, out) by reshape or view. That keeps the order in memory "
        "and cuts it into other rows; to swap rows and columns, transpose: weight.T.",
        f"{EXACTLY}#weight-shape",
        models=(_layer(lambda s, x: x @ s.weight.reshape(s.weight.shape[::-1]) + s.bias),),
    ),
    Idea(
        "weight-unused",
        "There is a weight, and the output does not depend on it. Each output is a sum of x times "
        "its row of weight.",
        f"{LEARNABLE}#mixing",
        models=(_layer(lambda s, x: x + s.bias), _layer(lambda s, x: x)),
    ),
    Idea(
        "bias-subtracted",
        "The bias is subtracted. The layer is y = x Wᵀ + b.",
        f"{LEARNABLE}#built-from-tensors",
        models=(_layer(lambda s, x: x @ s.weight.T - s.bias),),
        when=_bias_exactly(-1),
    ),
    Idea(
        "bias-unused",
        "There is a bias, and the output does not depend on it. Add it to every row; y + b gives "
        "a new tensor, which has to be kept.",
        f"{LEARNABLE}#built-from-tensors",
        models=(_layer(lambda s, x: x @ s.weight.T),),
        when=_bias_exactly(0),
    ),
    Idea(
        "bias-added-twice",
        "The bias is added more than once: it belongs outside of any sum over inputs or rows.",
        f"{LEARNABLE}#built-from-tensors",
        models=(
            _layer(lambda s, x: x @ s.weight.T + 2 * s.bias),
            _layer(lambda s, x: x @ s.weight.T + x.shape[-1] * s.bias),
            _layer(lambda s, x: x @ s.weight.T + _times_rows(x) * s.bias),
        ),
        when=_bias_more_than_once,
    ),
    Idea(
        "bias-multiplied",
        "The product is multiplied by the bias, where it is due to be added.",
        f"{LEARNABLE}#built-from-tensors",
        models=(
            _layer(lambda s, x: (x @ s.weight.T) * s.bias),
            _layer(lambda s, x: x @ s.weight.T @ s.bias),
        ),
    ),
    Idea(
        "sign-flipped",
        "The output has the opposite sign, in whole or in the product.",
        f"{LEARNABLE}#built-from-tensors",
        models=(
            _layer(lambda s, x: -right(s, x)),
            _layer(lambda s, x: s.bias - x @ s.weight.T),
        ),
    ),
    Idea(
        "residual-added",
        "x itself is added to the output, as a residual connection would. The layer is y = x Wᵀ + "
        "b.",
        f"{LEARNABLE}#built-from-tensors",
        models=(
            _layer(lambda s, x: right(s, x) + x if x.shape[-1] == len(s.bias) else right(s, x)),
        ),
    ),
    Idea(
        "elementwise-product",
        "x and weight are multiplied entry by entry. Each output is a sum of such products over "
        "the inputs, which is what @ does.",
        f"{LEARNABLE}#mixing",
        models=(
            _layer(lambda s, x: x.unsqueeze(-2) * s.weight + s.bias.unsqueeze(-1)),
            _layer(lambda s, x: _of_one_shape(x, s.weight) + s.bias[:, None]),
            _layer(lambda s, x: _of_one_shape(x, s.weight) + s.bias),
            _layer(lambda s, x: _of_one_shape(x, s.weight.T) + s.bias),
            _layer(lambda s, x: x * s.weight + s.bias),
            _layer(lambda s, x: x * s.weight.T + s.bias),
        ),
    ),
    Idea(
        "output-scaled",
        "The output, or the product in it, is a constant multiple of what is due: a mean for the "
        "sum, or a division by a size. Each output is the plain sum of x times its row of weight.",
        f"{LEARNABLE}#mixing",
        models=(
            _layer(lambda s, x: x @ s.weight.T / x.shape[-1] + s.bias),
            _layer(lambda s, x: x @ s.weight.T / x.shape[-1] ** 0.5 + s.bias),
            _layer(lambda s, x: right(s, x) / x.shape[-1]),
            _layer(lambda s, x: right(s, x) / _times_rows(x)),
        ),
        when=_scaled,
    ),
    Idea(
        "output-transposed",
        "The output is (out, N) where (N, out) is due: rows are samples, on the way in and out.",
        f"{EXACTLY}#input-shapes",
        models=(_layer(lambda s, x: right(s, x).T if x.dim() == 2 else right(s, x)),),
        when=_transposed_output,
    ),
    Idea(
        "extra-dimension",
        "The output has a dimension of size 1 too many: (in,) gives (out,), and (N, in) gives (N, "
        "out).",
        f"{EXACTLY}#input-shapes",
        models=(
            _after(lambda y: y.unsqueeze(-1)),
            _after(lambda y: y.unsqueeze(0)),
            _after(lambda y: y if y.dim() == 2 else y.unsqueeze(0)),
        ),
        when=lambda e: _ones_only(e, 1),
    ),
    Idea(
        "squeezed",
        "A dimension of size 1 is lost: (N, in) gives (N, out), also when N or out is 1.",
        f"{EXACTLY}#input-shapes",
        models=(_after(lambda y: y.squeeze()), _after(lambda y: y.squeeze(-1))),
        when=lambda e: _ones_only(e, -1),
    ),
    Idea(
        "batch-only",
        "A batch (N, in) works, a single vector (in,) does not. The last dimension is what counts.",
        f"{EXACTLY}#input-shapes",
        models=(_layer(lambda s, x: torch.addmm(s.bias, x, s.weight.T)),),
        when=lambda e: _only_for(e, "vector"),
    ),
    Idea(
        "single-only",
        "A single vector (in,) works, a batch (N, in) does not: it has to give one output row for "
        "each of its rows.",
        f"{EXACTLY}#input-shapes",
        models=(
            _layer(lambda s, x: torch.mv(s.weight, x) + s.bias),
            _layer(lambda s, x: right(s, x if x.dim() == 1 else x[0])),
            _layer(lambda s, x: right(s, x if x.dim() == 1 else x[-1])),
        ),
        when=_single_only,
    ),
    Idea(
        "dtype-forced",
        "A dtype is forced: numbers are converted to one of fewer digits, or all to the same one. "
        "Compute in the dtype that weight and x have, and let new parameters follow torch's "
        "default.",
        f"{EXACTLY}#dtype",
        models=(
            _layer(lambda s, x: (x.float() @ s.weight.float().T + s.bias.float()).to(x.dtype)),
            _layer(lambda s, x: x.float() @ s.weight.float().T + s.bias.float()),
            _layer(lambda s, x: x.double() @ s.weight.double().T + s.bias.double()),
            _layer(lambda s, x: right(s, x.long().to(x.dtype))),
        ),
        when=_dtype_forced,
    ),
    Idea(
        "rows-mixed",
        "Each row alone comes out right, a batch of them does not: rows mix. An output row "
        "depends on its own input row and on no other.",
        f"{FORWARD}#rows-do-not-mix",
        models=(
            _layer(lambda s, x: right(s, x - x.mean(0) if x.dim() == 2 else x)),
            _layer(lambda s, x: right(s, x).cumsum(0) if x.dim() == 2 else right(s, x)),
            _layer(lambda s, x: right(s, x).flip(0) if x.dim() == 2 else right(s, x)),
        ),
        when=_rows_mixed,
    ),
    Idea(
        "values-kept",
        "The output follows values that the layer held earlier, not those it holds now: a copy, "
        "or a view of an old tensor, is kept. Read self.weight and self.bias in every call.",
        f"{FORWARD}#nothing-is-cached",
        when=_values_kept,
    ),
    Idea(
        "answer-cached",
        "The first call is right, and a later one gives an answer from before: answers are kept. "
        "Each call computes anew, since x, weight and bias may have changed.",
        f"{FORWARD}#nothing-is-cached",
        when=_answer_cached,
    ),
    Idea(
        "output-reused",
        "All calls write into the same tensor, so a later call changes an earlier answer. Return "
        "a new tensor each time.",
        f"{FORWARD}#nothing-is-cached",
        when=lambda e: _first_right(e) and "y_kept" in e.wrong_facets,
    ),
    Idea(
        "activation-added",
        "Something is applied to the sum or to the product: an activation, a softmax, a clamp. A "
        "linear layer ends with y = x Wᵀ + b; what bends it is a module of its own.",
        f"{LEARNABLE}#no-activation",
        models=tuple(_after(function) for function in ACTIVATIONS),
        when=_applied_to_output,
    ),
    Idea(
        "mode-changed",
        "Calling the layer switches it between training and evaluation mode. Only train() and "
        "eval() do that, and only the caller calls them.",
        f"{FORWARD}#what-runs",
        when=lambda e: bool(e.wrong_facets & {"training_after", "training_after_eval"}),
    ),
    Idea(
        "random-state-left",
        "Calling the layer seeds or uses the program's random numbers. Everything random after it "
        "comes out differently; forward needs none.",
        f"{FORWARD}#what-runs",
        when=lambda e: _answers_right(e) and "random_state_kept" in e.wrong_facets,
    ),
    Idea(
        "input-transformed",
        "The product is taken with something else than x: it is normalized, cut off or bent "
        "before. A linear layer uses x as it comes.",
        f"{LEARNABLE}#mixing",
        models=(
            _before(lambda x: F.normalize(x, dim=-1)),
            _before(lambda x: F.layer_norm(x, x.shape[-1:])),
            _before(torch.relu),
            _before(torch.sigmoid),
            _before(torch.tanh),
            _before(lambda x: x.clamp(-1, 1)),
            _before(lambda x: torch.softmax(x, -1)),
        ),
        when=_other_input,
    ),
    Idea(
        "differs-by-mode",
        "The output is right in training mode and wrong in evaluation mode, or the other way "
        "round. A linear layer does the same in both.",
        f"{LEARNABLE}#no-activation",
        when=_differs_by_mode,
    ),
    Idea(
        "weights-transformed",
        "The output is x times another matrix than layer.weight, or plus another vector than "
        "layer.bias: something is done to them before they are used.",
        f"{LEARNABLE}#built-from-tensors",
        models=(
            _with_weight(lambda w: torch.softmax(w, 1)),
            _with_weight(lambda w: torch.softmax(w, 0)),
            _with_weight(lambda w: w.clamp(-1, 1)),
            _with_weight(lambda w: F.normalize(w, dim=1)),
            _with_weight(torch.abs),
            _with_weight(torch.tanh),
        ),
        when=_other_numbers,
    ),
)
