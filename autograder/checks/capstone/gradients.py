"""capstone/gradients: first and second derivatives, against numbers drawn for them."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from autograder.checks.capstone.pages import BACKWARD, LEARNS, NO_GRADIENT
from autograder.checks.capstone.reference import (
    INSTEAD,
    Linear,
    answering,
    both,
    drawn_values,
    is_wrong,
    not_a_module,
    only_in,
    only_wrong,
)
from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.probes.watch import LAYERS

FIRST = ("grad_x", "grad_weight", "grad_bias")
FIRST_ORDER = frozenset({"trainable", *FIRST, "grad_sums", "grad_data"})


def gradient_cases(draw: Draw) -> list[Case]:
    """Ten inputs, in float64 but for one as gradcheck asks; two with a frozen parameter."""
    (a, b), n = draw.sizes(2, 2, 4), draw.random.randint(3, 5)
    i, o, rows = draw.sizes(3, 2, 6)
    specs: dict[str, tuple[tuple, int, int, dict]] = {
        "a batch of rows": ((rows,), i, o, {}),
        "a batch of rows, in float32": ((rows,), o, i, {"dtype": "float32"}),
        "a single vector": ((), i, o, {"tags": "shapes"}),
        "two leading dimensions": ((a, b), i, o, {"tags": "shapes"}),
        "three leading dimensions": ((a, 1, b), o, i, {"tags": "shapes"}),
        "an empty batch": ((0,), i, o, {"tags": "shapes"}),
        "as many rows and outputs as inputs": ((n,), n, n, {"tags": "rows square"}),
        "as many outputs as inputs, in evaluation mode": (
            (rows,),
            n,
            n,
            {"tags": "rows square", "training": False},
        ),
        "a frozen weight": ((rows,), i, o, {"frozen": "weight"}),
        "a frozen bias": ((rows,), i, o, {"frozen": "bias", "training": False}),
    }
    return [_case(draw, label, *sizes, **extra) for label, (*sizes, extra) in specs.items()]


def _case(
    draw: Draw,
    label: str,
    leading: tuple[int, ...],
    in_features: int,
    out_features: int,
    tags: str = "rows",
    dtype: str = "float64",
    frozen: str = "",
    training: bool = True,
) -> Case:
    other = tuple(size + 1 for size in leading)
    values = drawn_values(draw, out_features, in_features, dtype)
    inputs = {
        "values": values,
        "x": draw.tensor(*leading, in_features, dtype=dtype),
        "x_2": draw.tensor(*other, in_features, dtype=dtype),
        "upstream": draw.tensor(*leading, out_features, dtype=dtype),
        "upstream_2": draw.tensor(*other, out_features, dtype=dtype),
        "pull": {
            "x": draw.tensor(*leading, in_features, dtype=dtype),
            **drawn_values(draw, out_features, in_features, dtype),
        },
        "frozen": frozen,
        "training": training,
    }
    return Case(label, inputs, frozenset({*tags.split(), *({"frozen"} if frozen else ())}))


_WORDS = {
    "trainable": "requires_grad of the parameters after layer(x)",
    "grad_x": "the gradient that reaches x",
    "grad_weight": "the gradient that reaches layer.weight",
    "grad_bias": "the gradient that reaches layer.bias",
    "grad_sums": ".grad of the parameters after two calls and two backward passes",
    "grad_data": "the gradients that reach the parameters, where x asks for none",
    "second": "second derivatives: how a weighted sum of the gradients changes with x, weight, "
    "bias and the upstream gradient, in layer(x)",
    "recorded": "whether layer(x) asks for gradients under no_grad",
    "grad_mode_kept": "whether gradients are still off after layer(x) under no_grad",
    "raised": "layer(x), and the way back from it",
}


def describe(case: Case, facet: str) -> str:
    out_features, in_features = case.inputs["values"]["weight"].shape
    return f"{_WORDS.get(facet, facet)}, with layer = Linear({in_features}, {out_features})"


def show(case: Case, facet: str) -> dict[str, Any]:
    if facet not in FIRST:
        return {}
    weight = {"weight": case.inputs["values"]["weight"]} if facet == "grad_x" else {}
    x = {} if facet == "grad_x" else {"x": case.inputs["x"]}
    return {**x, **weight, "the gradient of layer(x)": case.inputs["upstream"]}


# ---------------------------------------------------------------------------- recognizers


def _missing(evidence: Evidence) -> bool:
    """No gradient arrives somewhere, and there is a parameter that asks for it."""
    return "trainable" not in evidence.wrong_facets and any(
        found is None for _, _, found, _ in evidence.wrong_values(*FIRST)
    )


def _frozen(evidence: Evidence) -> bool:
    return any(
        due[name] and not found.get(name)
        for _, _, found, due in evidence.wrong_values("trainable")
        for name in due
    )


def _wrong_pairs(evidence: Evidence, *facets: str) -> list[tuple[Case, Any, Any]]:
    return [(case, found, due) for case, _, found, due in evidence.wrong_values(*facets)]


def _mean(evidence: Evidence) -> bool:
    """The gradient of weight or bias is what is due, divided by the number of rows."""
    wrong = _wrong_pairs(evidence, "grad_weight", "grad_bias")
    return bool(wrong) and all(
        isinstance(found, Tensor)
        and found.shape == due.shape
        and torch.allclose(found * _rows(case), due, 1e-4, 1e-4, equal_nan=True)
        for case, found, due in wrong
        if _rows(case)
    )


def _rows(case: Case) -> int:
    return case.inputs["x"].shape[:-1].numel()


def _turned(evidence: Evidence) -> bool:
    return only_in("square")(evidence) and is_wrong("grad_x", "grad_weight")(evidence)


def _rows_only(evidence: Evidence) -> bool:
    return only_in("shapes")(evidence)


def _not_twice(evidence: Evidence) -> bool:
    """Only second derivatives are wrong."""
    return only_wrong("second")(evidence)


def _changed(evidence: Evidence) -> bool:
    return is_wrong(*FIRST)(evidence) and not evidence.raised()


def _cleared(evidence: Evidence) -> bool:
    return is_wrong("grad_sums")(evidence) and not is_wrong(*FIRST)(evidence)


def _plain(layer, x: Tensor) -> Tensor:
    return x @ layer.weight.T + layer.bias


GRADIENT_IDEAS = (
    Idea(
        "frozen",
        "A parameter does not ask for a gradient, from the start or after a call. nn.Parameter "
        "asks by itself; what is frozen is the caller's choice.",
        LEARNS,
        when=_frozen,
    ),
    Idea(
        "records-always",
        "The caller has switched gradients off, and forward switches them on. Leave that switch "
        "alone.",
        NO_GRADIENT,
        when=is_wrong("recorded", "grad_mode_kept", "grad_mode_after"),
    ),
    Idea(
        "backward-two-dimensional",
        "Forward is right for any shape and the way back for rows only. Weight and bias collect "
        "over all leading dimensions, be there none or several.",
        f"{BACKWARD}#sum-over-batch",
        when=_rows_only,
    ),
    Idea(
        "detached",
        "The way back is cut: detach(), .data or no_grad stands between the result and what should "
        "get a gradient.",
        NO_GRADIENT,
        when=both(_missing, lambda evidence: not evidence.raised()),
        models=(
            answering(lambda layer, x: _plain(layer, x).detach()),
            answering(lambda layer, x: _plain(layer, x.detach())),
        ),
    ),
    Idea(
        "clears-gradients",
        "What an earlier backward pass has left in .grad is gone after the next call. Gradients "
        "add up until the training loop clears them; a layer never does.",
        "linear-layer/how-a-layer-learns#gradients-reach-it",
        when=_cleared,
    ),
    Idea(
        "mean-for-sum",
        "The gradients of weight or bias are a mean over the rows. They are the sum; where the "
        "loss is a mean, its 1/N has come in from above already.",
        f"{BACKWARD}#mean-loss",
        when=_mean,
    ),
    Idea(
        "weight-turned-back",
        "Where weight is square, a transpose is missing or too much on the way back, and no shape "
        "gives it away.",
        f"{BACKWARD}#grad-x",
        when=_turned,
    ),
    Idea(
        "not-twice",
        "First derivatives are right and cannot be differentiated again. A backward of your own "
        "has to be made of operations that autograd sees, on the tensors that it saved.",
        f"{BACKWARD}#grad-x",
        when=_not_twice,
    ),
    not_a_module(),
    Idea(
        "gradient-changed",
        "The values are right, and the gradients are changed on their way: scaled, clipped or with "
        "the other sign. A layer passes on what the formula gives.",
        f"{BACKWARD}#grad-weight",
        when=_changed,
    ),
)

GRADIENTS_CHECK = Check(
    name="capstone/gradients",
    takes="Linear",
    kind="class",
    parts=(
        Part("the gradients of a batch of rows", 1, FIRST_ORDER, "rows"),
        Part("the gradients of any other shape", 1, FIRST_ORDER, "shapes"),
        Part(
            "second derivatives, and gradients switched off",
            1,
            frozenset({"second", "recorded", "grad_mode_kept"}),
            "rows",
            ("the gradients of a batch of rows",),
        ),
    ),
    cases=gradient_cases,
    reference=Linear,
    answers=frozenset(FIRST),
    ideas=GRADIENT_IDEAS,
    describe=describe,
    show=show,
    page=LEARNS,
    forbidden=LAYERS,
    instead=INSTEAD,
)
