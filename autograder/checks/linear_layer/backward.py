"""linear-layer/backward: the three gradients of a linear layer, written out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, close, multiple, same
from autograder.checks.linear_layer.pages import BACKWARD, EXACTLY, LEARNS
from autograder.probes.watch import AUTOGRAD

GRADIENTS = ("grad_x", "grad_weight", "grad_bias")


def linear_backward(
    x: Tensor, weight: Tensor, grad_output: Tensor
) -> tuple[Tensor, Tensor, Tensor]:
    """The reference: grad_output @ W, grad_outputᵀ @ x, and the column sums of grad_output."""
    if not x.dim() == weight.dim() == grad_output.dim() == 2:
        raise ValueError("x, weight and grad_output need two dimensions each")
    if x.shape[1] != weight.shape[1] or grad_output.shape != (len(x), len(weight)):
        raise ValueError("the shapes of x, weight and grad_output do not fit")
    return grad_output @ weight, grad_output.T @ x, grad_output.sum(0)


def backward_cases(draw: Draw) -> list[Case]:
    """Eleven triples that fit, three of them good to read, and ten that do not."""
    (p, q, r), (a, b, n), (c, d, m) = draw.sizes(3, 2, 4), draw.sizes(3), draw.sizes(3)
    small, double = {"readable": True}, {"dtype": "float64"}
    fitting = {
        "three different sizes": (p, q, r, small),
        "as many outputs as inputs": (2, 2, 3, small),
        "one row": (3, 2, 1, small),
        "three different sizes, float64": (c, d, m, double),
        "as many rows as outputs": (a, n, n, {}),
        "as many rows as inputs": (n, b, n, double),
        "all sizes equal": (m, m, m, double),
        "transposed in memory": (b, a, m, {"layout": "transposed"}),
        "with gaps in memory": (m, c, d, {**double, "layout": "strided"}),
        "one output": (a, 1, n, {}),
        "one input": (1, b, n, double),
    }
    i, o, rows = draw.sizes(3, 3, 6)
    misfits = {
        "grad_output has fewer rows than x": ((rows, i), (o, i), (rows - 1, o)),
        "x has one row, grad_output several": ((1, i), (o, i), (rows, o)),
        "grad_output has one row, x several": ((rows, i), (o, i), (1, o)),
        "x has more columns than weight": ((rows, i + 1), (o, i), (rows, o)),
        "weight has one column, x several": ((rows, i), (o, 1), (rows, o)),
        "grad_output has more columns than weight has rows": ((rows, i), (o, i), (rows, o + 1)),
        "x has one dimension only": ((i,), (o, i), (1, o)),
        "grad_output has one dimension only": ((rows, i), (o, i), (rows,)),
        "x has three dimensions": ((i, i, i), (o, i), (i, o)),
        "weight has three dimensions": ((rows, i), (i, i, o), (rows, i)),
    }
    return [
        *(_fitting_case(draw, label, *spec) for label, spec in fitting.items()),
        *(_misfit_case(draw, label, *shapes) for label, shapes in misfits.items()),
    ]


def _fitting_case(
    draw: Draw, label: str, in_features: int, out_features: int, rows: int, extra: dict
) -> Case:
    dtype = extra.get("dtype", "float32")
    shapes = {
        "x": (rows, in_features),
        "weight": (out_features, in_features),
        "grad_output": (rows, out_features),
    }
    results = dict(zip(GRADIENTS, (*list(shapes.values())[:2], (out_features,)), strict=True))

    def drawn(shapes: dict[str, tuple]) -> dict[str, Tensor]:
        return {name: draw.tensor(*shape, dtype=dtype) for name, shape in shapes.items()}

    first = drawn(shapes)
    if "readable" in extra:
        first = {name: draw.readable(*shape) for name, shape in shapes.items()}
    inputs = {
        **first,
        "fits": True,
        "layout": extra.get("layout", "contiguous"),
        "second": drawn(shapes),
        "upstream": drawn(results),
    }
    return Case(label, inputs, frozenset({"fits"}))


def _misfit_case(draw: Draw, label: str, *shapes: tuple) -> Case:
    inputs = {
        name: draw.tensor(*shape)
        for name, shape in zip(("x", "weight", "grad_output"), shapes, strict=True)
    }
    return Case(label, {**inputs, "fits": False}, frozenset({"refused"}))


_BACKWARD_WORDS = {
    "arguments_after": "the arguments after the call",
    "arguments_require_grad_after": "requires_grad of the arguments after the call",
    "result": "how many results come back",
    "grad_x": "the first result, grad_x",
    "grad_weight": "the second result, grad_weight",
    "grad_bias": "the third result, grad_bias",
    "grad_mode_kept": "whether gradients are still off after a call under no_grad",
}
_ENDINGS = {
    "_kept": ", after the arguments were changed",
    "_second": " of a second call with other numbers",
    "_flow": ": the gradient that flows through it back to the arguments",
}


def describe_backward(case: Case, facet: str) -> str:
    call = "linear_backward(x, weight, grad_output)"
    for ending, words in _ENDINGS.items():
        result = facet.removesuffix(ending)
        if result != facet and result in GRADIENTS:
            return f"{call}: {_BACKWARD_WORDS[result]}{words}"
    return f"{call}: {_BACKWARD_WORDS[facet]}" if facet in _BACKWARD_WORDS else call


def show_backward(case: Case, facet: str) -> dict[str, Any]:
    """The three arguments, of the second call where a facet is about it; for errors, shapes."""
    later = facet.endswith(("_second", "_flow"))
    given = case.inputs["second"] if later else case.inputs
    values = {name: given[name] for name in ("x", "weight", "grad_output")}
    if facet in ("outcome", "raised"):
        return {f"{name}.shape": tuple(value.shape) for name, value in values.items()}
    return values


# ---------------------------------------------------------------------------- models

Formula = Callable[[Tensor, Tensor, Tensor], Any]


def _three(
    grad_x: Formula = lambda x, w, g: g @ w,
    grad_weight: Formula = lambda x, w, g: g.T @ x,
    grad_bias: Formula = lambda x, w, g: g.sum(0),
) -> Callable:
    """The right three gradients with some of them replaced."""
    return lambda x, weight, grad_output: tuple(
        function(x, weight, grad_output) for function in (grad_x, grad_weight, grad_bias)
    )


def _with_output_gradient(function: Formula) -> Callable:
    """The right three gradients of something else than grad_output."""

    def backward(x: Tensor, weight: Tensor, grad_output: Tensor) -> tuple[Tensor, ...]:
        g = function(x, weight, grad_output)
        return g @ weight, g.T @ x, g.sum(0)

    return backward


def _after(function: Callable[[Tensor], Tensor]) -> Callable:
    return _three(
        lambda x, w, g: function(g @ w),
        lambda x, w, g: function(g.T @ x),
        lambda x, w, g: function(g.sum(0)),
    )


def _ones(x: Tensor, w: Tensor, g: Tensor) -> Tensor:
    return torch.ones_like(g)


def _reshaped(value: Tensor, like: Tensor) -> Tensor:
    return value.reshape(like.shape)


# ---------------------------------------------------------------------------- recognizers


def _results(answer: dict) -> list | None:
    """The three results, if three came back."""
    found = [answer[name] for name in GRADIENTS if name in answer]
    return found if answer.get("result") == 3 and len(found) == 3 else None


def _fitting(evidence: Evidence) -> list[tuple[Case, dict, dict]]:
    return [row for row in evidence.rows() if row[0].inputs["fits"]]


def _misfits(evidence: Evidence) -> list[tuple[Case, dict, dict]]:
    return [row for row in evidence.rows() if not row[0].inputs["fits"]]


def _values_right(evidence: Evidence) -> bool:
    return not evidence.wrong_facets & (evidence.check.answers | {"raised", "result"})


def _returns_nothing(evidence: Evidence) -> bool:
    return any("result" in a and a["result"] is None for _, a, _ in _fitting(evidence))


def _bias_missing(evidence: Evidence) -> bool:
    """Two results, or None in the third place, or the bias as one more column of the weight."""
    found = [answer for _, answer, _ in _fitting(evidence) if "result" in answer]
    return bool(found) and (
        all(answer["result"] == 2 for answer in found)
        or all(answer["result"] == 3 and answer.get("grad_bias") is None for answer in found)
        or all(map(_has_bias_column, found))
    )


def _has_bias_column(answer: dict) -> bool:
    grad_weight, grad_bias = answer.get("grad_weight"), answer.get("grad_bias")
    return (
        isinstance(grad_weight, Tensor)
        and isinstance(grad_bias, Tensor)
        and close(grad_weight[:, -1].contiguous(), grad_bias)
    )


def _wrong_order(evidence: Evidence) -> bool:
    found = [(_results(a), [t[n] for n in GRADIENTS]) for _, a, t in _fitting(evidence)]
    orders = [(0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)]
    return any(
        all(results and all(map(same, results, [due[i] for i in order])) for results, due in found)
        for order in orders
    )


def _aliases(evidence: Evidence) -> bool:
    kept = {f"{name}_kept" for name in GRADIENTS}
    return bool(evidence.wrong_facets & kept) and not evidence.wrong_facets & set(GRADIENTS)


def _wrong_in_fitting(evidence: Evidence) -> list[tuple[Case, list[str], dict, dict]]:
    return [
        (case, wrong, answer, truth)
        for (case, answer, truth), wrong in zip(evidence.rows(), evidence.wrong, strict=True)
        if wrong and case.inputs["fits"]
    ]


def _dtype_forced(evidence: Evidence) -> bool:
    """Right in float32; in float64 another dtype, or float32's digits, or a refusal to mix."""
    wrong = _wrong_in_fitting(evidence)
    return bool(wrong) and all(
        case.inputs["x"].dtype == torch.float64 and _of_dtype(facets[0], answer, truth)
        for case, facets, answer, truth in wrong
    )


def _of_dtype(facet: str, answer: dict, truth: dict) -> bool:
    found, due = answer.get(facet), truth.get(facet)
    if facet == "raised":
        return any(word in found["text"] for word in ("dtype", "Double", "double", "Float"))
    if isinstance(found, Tensor) and isinstance(due, Tensor) and found.shape == due.shape:
        return found.dtype != due.dtype or torch.allclose(found, due, 1e-5, 1e-5)
    return facet.endswith("_flow")


def _answer_cached(evidence: Evidence) -> bool:
    """Each wrong answer is one that was given before, for other numbers of the same shapes."""
    given: dict[str, list] = {name: [] for name in GRADIENTS}
    found = []
    for (case, answer, _), facets in zip(evidence.rows(), evidence.wrong, strict=True):
        for ending in ("", "_second") if case.inputs["fits"] else ():
            for name in GRADIENTS:
                value = answer.get(f"{name}{ending}")
                if f"{name}{ending}" in facets:
                    found.append(any(same(value, before) for before in given[name]))
                given[name].append(value)
    return len(found) > 2 and all(found)


def _accumulates(evidence: Evidence) -> bool:
    """What a second call gives still has the first call's gradient in it."""
    pairs = [
        (answer[f"{name}_second"], truth[f"{name}_second"], answer[name])
        for _, facets, answer, truth in _wrong_in_fitting(evidence)
        for name in GRADIENTS
        if f"{name}_second" in facets
    ]
    return len(pairs) > 2 and all(
        torch.allclose(second, due + first, 1e-4, 1e-4) for second, due, first in pairs
    )


def _detached(evidence: Evidence) -> bool:
    flows = {f"{name}_flow" for name in GRADIENTS}
    return _values_right(evidence) and bool(evidence.wrong_facets & flows)


def _factors(evidence: Evidence) -> list[set[float]]:
    """For each case the numbers that the three results are multiplied by; none if any is not a
    multiple of what is due."""
    found = []
    for _, answer, truth in _fitting(evidence):
        factors = [multiple(answer.get(name), truth[name]) for name in GRADIENTS]
        if None in factors:
            return []
        found.append({round(factor, 3) for factor in factors})
    return found


def _sign_flipped(evidence: Evidence) -> bool:
    found = _factors(evidence)
    return bool(found) and all(-1.0 in signs <= {1.0, -1.0} for signs in found)


def _doubled(evidence: Evidence) -> bool:
    found = _factors(evidence)
    return bool(found) and all(factors == {2.0} for factors in found)


def _one_constant(evidence: Evidence) -> bool:
    """Some results are the same multiple of what is due, in each case, whatever its sizes."""
    others = {factor for factors in _factors(evidence) for factor in factors} - {1.0}
    return len(others) == 1


def _kept_dimension(evidence: Evidence) -> bool:
    pairs = [(a.get("grad_bias"), t["grad_bias"]) for _, a, t in _fitting(evidence)]
    return bool(pairs) and all(
        isinstance(found, Tensor)
        and found.numel() == due.numel()
        and found.dim() == 2
        and close(found.flatten(), due)
        for found, due in pairs
    )


def _clipped(evidence: Evidence) -> bool:
    """Results are what is due, cut off at a bound of their own, or brought to one length."""
    wrong = list(evidence.wrong_values(*GRADIENTS))
    if len(wrong) < 3 or any(
        not isinstance(value, Tensor) or value.shape != due.shape for _, _, value, due in wrong
    ):
        return False
    bound = max(value.abs().max().item() for _, _, value, _ in wrong)
    lengths = torch.stack([value.double().norm() for _, _, value, _ in wrong])
    return all(close(value, due.clamp(-bound, bound)) for _, _, value, due in wrong) or (
        torch.allclose(lengths, lengths.mean().expand_as(lengths), 1e-3)
        and all(multiple(value, due) is not None for _, _, value, due in wrong)
    )


def _fitting_right(evidence: Evidence) -> bool:
    return not _wrong_in_fitting(evidence)


def _refuses(evidence: Evidence) -> bool:
    """Nothing but a ValueError, and for shapes that fit."""
    wrong = _wrong_in_fitting(evidence)
    return bool(wrong) and all(
        facets == ["raised"] and "ValueError" in answer["raised"]["bases"]
        for _, facets, answer, _ in wrong
    )


def _no_error(evidence: Evidence) -> bool:
    return _fitting_right(evidence) and any(
        answer.get("outcome") == "no error" for _, answer, _ in _misfits(evidence)
    )


def _wrong_error(evidence: Evidence) -> bool:
    return _fitting_right(evidence) and any(
        answer.get("outcome") not in ("no error", "ValueError")
        for _, answer, _ in _misfits(evidence)
    )


_MEANS = {
    "grad_weight": lambda x, w, g: g.T @ x / len(x),
    "grad_bias": lambda x, w, g: g.mean(0),
}

# ---------------------------------------------------------------------------- the ideas

BACKWARD_IDEAS = (
    Idea(
        "returns-nothing",
        "The function returns None. Return the three gradients; .grad is not theirs to fill here.",
        f"{BACKWARD}#grad-weight",
        when=_returns_nothing,
    ),
    Idea(
        "bias-missing",
        "The gradient of the bias does not come back as a third result. It has the shape (out,).",
        f"{BACKWARD}#grad-bias",
        when=_bias_missing,
    ),
    Idea(
        "not-three-results",
        "Three results are due, as a tuple: grad_x, grad_weight, grad_bias.",
        f"{BACKWARD}#grad-weight",
        when=lambda e: "result" in e.wrong_facets,
    ),
    Idea(
        "input-mutated",
        "An argument is written into. Make new tensors, and do nothing in place to what is given.",
        f"{EXACTLY}#input-untouched",
        when=lambda e: bool(e.wrong_facets & {"arguments_after", "arguments_require_grad_after"}),
    ),
    Idea(
        "grad-mode-left",
        "Gradients are switched on or off afterwards, for the whole program. Use `with "
        "torch.no_grad():` around what is not to be recorded; it puts back what was.",
        f"{LEARNS}#gradients-reach-it",
        when=lambda e: bool(e.wrong_facets & {"grad_mode_after", "grad_mode_kept"}),
    ),
    Idea(
        "result-aliases-input",
        "A result shares its memory with an argument: who changes one changes the other. Return "
        "new tensors, also where a batch has one row only.",
        f"{EXACTLY}#input-untouched",
        when=_aliases,
    ),
    Idea(
        "wrong-order",
        "The three are right, in another order. Due: grad_x, grad_weight, grad_bias.",
        f"{BACKWARD}#grad-weight",
        models=(lambda x, weight, grad_output: _three()(x, weight, grad_output)[::-1],),
        when=_wrong_order,
    ),
    Idea(
        "answer-cached",
        "A second call with other numbers gives the first one's answer. Compute anew in each call.",
        f"{BACKWARD}#grad-weight",
        when=_answer_cached,
    ),
    Idea(
        "accumulates",
        "Gradients of earlier calls are still in the answer. Adding up over several calls is what "
        ".grad does; this function gives the gradients of one.",
        f"{BACKWARD}#sum-over-batch",
        when=_accumulates,
    ),
    Idea(
        "mean-for-sum",
        "The rows' gradients are averaged. They add up, since weight and bias served all the rows.",
        f"{BACKWARD}#sum-over-batch",
        models=(
            _three(**_MEANS),
            _three(grad_weight=_MEANS["grad_weight"]),
            _three(grad_bias=_MEANS["grad_bias"]),
        ),
    ),
    Idea(
        "divided-by-batch-again",
        "Everything is divided by the number of rows, or of outputs. If the loss is a mean, its "
        "1/N is already in grad_output.",
        f"{BACKWARD}#mean-loss",
        models=(
            _with_output_gradient(lambda x, w, g: g / len(g)),
            _with_output_gradient(lambda x, w, g: g / g.numel()),
            _three(lambda x, w, g: g @ w / len(x)),
        ),
    ),
    Idea(
        "multiplied-by-batch",
        "Gradients are multiplied by the number of rows. Whatever the loss did to its terms is "
        "already in grad_output, and there is nothing to undo.",
        f"{BACKWARD}#mean-loss",
        models=(
            _with_output_gradient(lambda x, w, g: g * len(g)),
            _three(
                grad_weight=lambda x, w, g: g.T @ x * len(x),
                grad_bias=lambda x, w, g: g.sum(0) * len(x),
            ),
            _three(grad_bias=lambda x, w, g: g.sum(0) * len(x)),
        ),
    ),
    Idea(
        "loss-assumed",
        "A certain loss is assumed, such as the mean squared error with its factor 2. What the "
        "loss contributes is in grad_output, whichever loss it was.",
        f"{BACKWARD}#mean-loss",
        models=(
            _with_output_gradient(lambda x, w, g: 2 * g),
            _with_output_gradient(lambda x, w, g: 2 * g / len(g)),
            _with_output_gradient(lambda x, w, g: 2 * g / g.numel()),
        ),
        when=_doubled,
    ),
    Idea(
        "sign-flipped",
        "A gradient has the wrong sign. The step against it is the optimizer's work.",
        f"{BACKWARD}#grad-weight",
        models=(
            _with_output_gradient(lambda x, w, g: -g),
            _three(grad_x=lambda x, w, g: -g @ w),
            _three(grad_weight=lambda x, w, g: -g.T @ x),
            _three(grad_bias=lambda x, w, g: -g.sum(0)),
        ),
        when=_sign_flipped,
    ),
    Idea(
        "scaled-by-learning-rate",
        "Gradients are multiplied by a constant, such as a learning rate. How far to step is the "
        "optimizer's affair.",
        f"{LEARNS}#optimizer-moves",
        models=(_with_output_gradient(lambda x, w, g: 0.1 * g),),
        when=_one_constant,
    ),
    Idea(
        "batch-not-summed",
        "The batch dimension is still there: grad_bias or grad_weight has an entry for every row. "
        "They served all the rows, so the rows' gradients add up.",
        f"{BACKWARD}#sum-over-batch",
        models=(
            _three(grad_bias=lambda x, w, g: g),
            _three(grad_weight=lambda x, w, g: g[:, :, None] * x[:, None, :]),
            _three(
                grad_weight=lambda x, w, g: g[:, :, None] * x[:, None, :],
                grad_bias=lambda x, w, g: g,
            ),
        ),
    ),
    Idea(
        "one-sample-only",
        "Only one row of the batch is counted. The rows' gradients add up: += where = stands.",
        f"{BACKWARD}#sum-over-batch",
        models=tuple(
            _three(**parts)
            for i in (0, -1)
            for parts in (
                {"grad_bias": lambda x, w, g, i=i: g[i]},
                {"grad_weight": lambda x, w, g, i=i: torch.outer(g[i], x[i])},
                {
                    "grad_weight": lambda x, w, g, i=i: torch.outer(g[i], x[i]),
                    "grad_bias": lambda x, w, g, i=i: g[i],
                },
            )
        ),
    ),
    Idea(
        "wrong-axis",
        "grad_bias is summed over the outputs. Sum over the rows: one number for each output "
        "remains.",
        f"{BACKWARD}#grad-bias",
        models=(
            _three(grad_bias=lambda x, w, g: g.sum(1)),
            _three(grad_bias=lambda x, w, g: g.sum()),
            _three(grad_bias=lambda x, w, g: g.sum(1, keepdim=True)),
            _three(grad_bias=lambda x, w, g: g.sum().expand(g.shape[1])),
        ),
    ),
    Idea(
        "kept-dimension-bias",
        "grad_bias has a dimension too many: its shape is that of bias, (out,).",
        f"{BACKWARD}#grad-bias",
        models=(
            _three(grad_bias=lambda x, w, g: g.sum(0, keepdim=True)),
            _three(grad_bias=lambda x, w, g: g.sum(0)[:, None]),
        ),
        when=_kept_dimension,
    ),
    Idea(
        "grad-weight-transposed",
        "grad_weight is transposed, or its entries are in another order. It has the shape of "
        "weight, (out, in): row j is what output j got to hear of x.",
        f"{BACKWARD}#grad-weight",
        models=(
            _three(grad_weight=lambda x, w, g: x.T @ g),
            _three(grad_weight=lambda x, w, g: _reshaped(x.T @ g, w)),
        ),
    ),
    Idea(
        "grad-output-not-transposed",
        "grad_weight is made with grad_output as it is, or reshaped. The rows of grad_output are "
        "samples, those of grad_weight are outputs: it has to be transposed on the way.",
        f"{BACKWARD}#grad-weight",
        models=(
            _three(grad_weight=lambda x, w, g: g @ x),
            _three(grad_weight=lambda x, w, g: g.reshape(len(w), len(x)) @ x),
        ),
    ),
    Idea(
        "weight-transposed",
        "grad_x goes through the transposed weight, as forward does. The way back goes through "
        "weight as it is: the gradient of an input is a sum over the outputs that use it.",
        f"{BACKWARD}#grad-x",
        models=(
            _three(lambda x, w, g: g @ w.T),
            # einsum spreads a size of 1 where @ raises
            _three(lambda x, w, g: torch.einsum("no,io->ni", g, w)),
            _three(lambda x, w, g: g @ w.T, lambda x, w, g: x.T @ g),
        ),
    ),
    Idea(
        "grad-output-ignored",
        "grad_output is left out somewhere: the gradient is that of a plain sum of the outputs. "
        "What arrives from above scales every term.",
        f"{BACKWARD}#grad-weight",
        models=(
            _with_output_gradient(_ones),
            _three(grad_x=lambda x, w, g: _ones(x, w, g) @ w),
            _three(grad_weight=lambda x, w, g: _ones(x, w, g).T @ x),
            _three(grad_bias=lambda x, w, g: _ones(x, w, g).sum(0)),
            _three(grad_bias=lambda x, w, g: _ones(x, w, g)[0]),
            _three(lambda x, w, g: _ones(x, w, g) @ w, lambda x, w, g: _ones(x, w, g).T @ x),
        ),
    ),
    Idea(
        "bias-gradient-from-x",
        "grad_bias is built from x, from grad_x or from grad_weight. The bias is added whatever x "
        "and weight are, so only grad_output counts.",
        f"{BACKWARD}#grad-bias",
        models=(
            _three(grad_bias=lambda x, w, g: x.sum(0)),
            _three(grad_bias=lambda x, w, g: (g @ w).sum(0)),
            _three(grad_bias=lambda x, w, g: (g.T @ x).sum(1)),
            _three(grad_bias=lambda x, w, g: (g.T @ x).mean(1)),
            _three(grad_bias=lambda x, w, g: (g.T @ x).sum(0)),
        ),
    ),
    Idea(
        "product-of-sums",
        "grad_weight multiplies sums or means over the batch. Each row's grad_output meets its "
        "own x, and the products are added.",
        f"{BACKWARD}#sum-over-batch",
        models=(
            _three(grad_weight=lambda x, w, g: torch.outer(g.sum(0), x.sum(0))),
            _three(grad_weight=lambda x, w, g: torch.outer(g.sum(0), x.mean(0))),
            _three(grad_weight=lambda x, w, g: torch.outer(g.mean(0), x.mean(0))),
        ),
    ),
    Idea(
        "grad-weight-from-weight",
        "grad_weight has the weight itself in it. y is linear in weight, so its gradient is made "
        "of grad_output and x alone.",
        f"{BACKWARD}#grad-weight",
        models=(
            _three(grad_weight=lambda x, w, g: g.T @ x * w),
            _three(grad_weight=lambda x, w, g: g.T @ x + w),
            _three(grad_weight=lambda x, w, g: 2 * (g.T @ x) * w),
        ),
    ),
    Idea(
        "grad-x-summed",
        "grad_x is summed or averaged over the batch. Each row of x has a gradient of its own; "
        "only what all rows share adds up.",
        f"{BACKWARD}#grad-x",
        models=(
            _three(lambda x, w, g: (g @ w).sum(0)),
            _three(lambda x, w, g: (g @ w).mean(0)),
            _three(lambda x, w, g: (g @ w).sum(0, keepdim=True)),
            _three(lambda x, w, g: (g @ w).mean(0).expand_as(x)),
            _three(lambda x, w, g: (g @ w).sum(0).expand_as(x)),
        ),
    ),
    Idea(
        "forward-returned",
        "The layer's output is in the place of grad_x. Its gradient has the shape of x, and is "
        "made of grad_output and weight.",
        f"{BACKWARD}#grad-x",
        models=(_three(lambda x, w, g: x @ w.T),),
    ),
    Idea(
        "rows-reversed",
        "The rows of grad_x are in another order than those of x.",
        f"{BACKWARD}#grad-x",
        models=(_three(lambda x, w, g: (g @ w).flip(0)),),
    ),
    Idea(
        "elementwise-product",
        "Entries are multiplied one by one where a matrix product is due: `*` for `@`.",
        f"{BACKWARD}#grad-weight",
        models=(
            _three(lambda x, w, g: g * w, lambda x, w, g: g * x),
            _three(lambda x, w, g: g * w),
            _three(grad_weight=lambda x, w, g: g * x),
            _three(grad_weight=lambda x, w, g: g.T * x),
        ),
    ),
    Idea(
        "activation-imagined",
        "The gradient is passed on as if an activation followed. The layer is y = x Wᵀ + b and "
        "nothing more; an activation after it has a backward step of its own.",
        f"{BACKWARD}#grad-x",
        models=(
            _with_output_gradient(lambda x, w, g: g * (x @ w.T > 0)),
            _with_output_gradient(lambda x, w, g: g * (g > 0)),
            _with_output_gradient(
                lambda x, w, g: g * torch.sigmoid(x @ w.T) * (1 - torch.sigmoid(x @ w.T))
            ),
        ),
    ),
    Idea(
        "clipped",
        "Gradients are clipped or brought to one length. That is a step between backward and the "
        "optimizer, and not part of a gradient.",
        f"{LEARNS}#optimizer-moves",
        models=(_after(lambda v: v.clamp(-1, 1)), _after(lambda v: v / v.norm())),
        when=_clipped,
    ),
    Idea(
        "dtype-forced",
        "A dtype is forced: in float64 the results have another one, or float32's digits. Compute "
        "in the dtype of the arguments.",
        f"{EXACTLY}#dtype",
        models=(
            lambda x, weight, grad_output: _three()(x.float(), weight.float(), grad_output.float()),
        ),
        when=_dtype_forced,
    ),
    Idea(
        "detached",
        "The numbers are right, and no gradient flows through them: the graph is cut. These are "
        "tensors like any others and can be differentiated again.",
        f"{LEARNS}#gradients-reach-it",
        when=_detached,
    ),
    Idea(
        "refuses-what-fits",
        "A ValueError is raised for shapes that fit: (N, in), (out, in) and (N, out). Look again "
        "at which sizes have to be equal.",
        f"{EXACTLY}#input-shapes",
        when=_refuses,
    ),
    Idea(
        "no-error-on-mismatch",
        "Shapes that do not fit are not refused: some products still exist, broadcasting or a "
        "loop that ends early make something of others, and the rest ends in torch's own errors. "
        "Compare the shapes first and raise ValueError with a message.",
        f"{EXACTLY}#input-shapes",
        models=(_three(),),
        when=_no_error,
    ),
    Idea(
        "wrong-error-type",
        "Another exception is raised than ValueError. Compare the shapes first, and say in a "
        "ValueError what does not fit.",
        f"{EXACTLY}#input-shapes",
        when=_wrong_error,
    ),
)

_VALUES = frozenset(f"{name}{ending}" for name in GRADIENTS for ending in ("", "_second"))
_OF_ALL = {
    "arguments_after",
    "arguments_require_grad_after",
    "result",
    "grad_mode_kept",
    "grad_mode_after",
}

BACKWARD_CHECK = Check(
    name="linear-layer/backward",
    takes="linear_backward",
    kind="function",
    parts=(
        *(
            Part(
                name,
                1,
                frozenset({name, *(f"{name}{ending}" for ending in _ENDINGS)} | _OF_ALL),
                tag="fits",
            )
            for name in GRADIENTS
        ),
        Part("refuses shapes that do not fit", 1, tag="refused", needs=GRADIENTS),
    ),
    cases=backward_cases,
    reference=linear_backward,
    answers=_VALUES,
    ideas=BACKWARD_IDEAS,
    describe=describe_backward,
    show=show_backward,
    page=f"{BACKWARD}#grad-weight",
    forbidden=AUTOGRAD,
    instead="Write the gradients from tensor products and sums.",
)
