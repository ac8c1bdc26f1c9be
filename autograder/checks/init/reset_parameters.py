"""init/reset-parameters: a layer's numbers drawn anew, as PyTorch draws them.

Judged is the distribution, not the order of draws. False alarms: a run makes 7 tests for each of
6 layers with inputs and a bias and 3 for one without bias (from below, shape and repeats of weight
and of bias, repeats of both together), 45 in all and each of probability 1e-11 at most by
`checks.init.laws`, so a right answer is refused with a probability of at most 4.5e-10. Numbers
that are to differ are compared by five at least, which agree by chance with 2^-115.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.checks.init.drawing import (
    NUMBERS,
    OLD_KEPT,
    ONE_DRAW,
    RAW,
    derive_filling,
    describe_filling,
    draw_seeds,
    drawn_from,
    how_ideas,
    is_wrong,
    left_ideas,
    one_sided,
    samples_of,
    source_ideas,
    text_says,
    wrong_names,
)
from autograder.checks.init.laws import Law
from autograder.checks.init.pages import BOUND, OWN, RECIPES, SOURCE, WRITING

Generator = torch.Generator | None


def _over_root(number: float, count: float) -> float:
    return math.sqrt(number / count) if count else 0.0


def _drawing(weight: Callable, bias: Callable) -> Callable:
    """A function that fills weight and bias as told, under no_grad, in place.

    ``weight`` and ``bias`` are called with the tensor, in, out and the generator.
    """

    def reset_parameters(layer: nn.Linear, generator: Generator = None) -> None:
        sizes = layer.in_features, layer.out_features
        with torch.no_grad():
            weight(layer.weight, *sizes, generator)
            if layer.bias is not None:
                bias(layer.bias, *sizes, generator)

    return reset_parameters


def _uniform(bound: Callable[[int, int], float]) -> Callable:
    def fill(tensor, in_features, out_features, generator):
        size = bound(in_features, out_features)
        tensor.uniform_(-size, size, generator=generator)

    return fill


def _normal(std: Callable[[int, int], float]) -> Callable:
    def fill(tensor, in_features, out_features, generator):
        tensor.normal_(0, std(in_features, out_features), generator=generator)

    return fill


def _right_bound(in_features: int, out_features: int) -> float:
    return _over_root(1, in_features)


RIGHT = _uniform(_right_bound)
reset_parameters = _drawing(RIGHT, RIGHT)  # the reference


# ---------------------------------------------------------------------------- the cases


def reset_cases(draw: Draw) -> list[Case]:
    """Eight layers: large ones tell distributions apart, small ones what else can go wrong."""
    few, many, middle = (
        draw.random.randint(2, 4),
        draw.random.randint(280, 330),
        draw.sizes(2, 5, 9),
    )
    side = draw.random.randint(45, 60)
    layers = {
        "few inputs, many outputs": (few, draw.random.randint(2600, 2900), {"how": "by name"}),
        "many inputs, few outputs": (many, draw.random.randint(30, 40), {"how": "omitted"}),
        "float64": (
            draw.random.randint(50, 60),
            draw.random.randint(170, 190),
            {"how": "by position", "dtype": "float64"},
        ),
        "no bias": (side, 2 * side + 1, {"how": "none", "bias": False}),
        "as many outputs as inputs, a weight that lies in memory by columns": (
            side,
            side,
            {"how": "by name", "layout": "columns"},
        ),
        "a frozen weight": (*middle, {"how": "by position", "frozen": True}),
        "a layer in evaluation mode": (*reversed(middle), {"how": "omitted", "training": False}),
        "no inputs": (0, draw.random.randint(3, 9), {"how": "by name"}),
    }
    return [
        Case(
            label,
            {
                "in_features": in_features,
                "out_features": out_features,
                "bias": extra.get("bias", True),
                "dtype": extra.get("dtype", "float32"),
                "layout": extra.get("layout", "rows"),
                "frozen": extra.get("frozen", False),
                "training": extra.get("training", True),
                "how": extra["how"],
                "seeds": draw_seeds(draw, 3),
            },
        )
        for label, (in_features, out_features, extra) in layers.items()
    ]


def _laws(case: Case) -> dict[str, tuple[Law, tuple[int, ...]]]:
    in_features, out_features = case.inputs["in_features"], case.inputs["out_features"]
    law = Law("uniform", _right_bound(in_features, out_features))
    due = {"weight": (law, (out_features, in_features))}
    return due | ({"bias": (law, (out_features,))} if case.inputs["bias"] else {})


def show_layer(case: Case, facet: str) -> dict[str, Any]:
    inputs = case.inputs
    more = "" if inputs["bias"] else ", bias=False"
    more += ", dtype=torch.float64" if inputs["dtype"] == "float64" else ""
    return {"layer": f"nn.Linear({inputs['in_features']}, {inputs['out_features']}{more})"}


# ---------------------------------------------------------------------------- recognizers


def _law(kind: str, size: Callable[[int, int], float]) -> Callable[[Case], Law | None]:
    """The law of ``kind`` for each case; what is done without inputs is a matter of its own."""

    def candidate(case: Case) -> Law | None:
        in_features, out_features = case.inputs["in_features"], case.inputs["out_features"]
        return Law(kind, size(in_features, out_features)) if in_features else None

    return candidate


def _any_scale(evidence: Evidence) -> bool:
    """Bell-shaped numbers, or such numbers clipped, with a standard deviation of this layer's."""
    candidates = [
        _law(kind, lambda i, o, k=k: _over_root(k, i))
        for kind in ("normal", "clipped")
        for k in (1, 1 / 3, 1 / 9)
    ]
    return drawn_from(*candidates)(evidence)


def _bias_zero(evidence: Evidence) -> bool:
    return "bias" in wrong_names(evidence) and not any(
        bool(numbers.any()) for _, numbers in samples_of(evidence, "bias")
    )


def _wrong_cases(evidence: Evidence) -> list[Case]:
    return [case for case, wrong in zip(evidence.cases, evidence.wrong, strict=True) if wrong]


def _no_bias(evidence: Evidence) -> bool:
    wrong = _wrong_cases(evidence)
    asked = text_says("Boolean value of Tensor", "'NoneType' object")(evidence)
    return asked or bool(wrong) and not any(case.inputs["bias"] for case in wrong)


def _no_inputs(evidence: Evidence) -> bool:
    wrong = _wrong_cases(evidence)
    return bool(wrong) and all(case.inputs["in_features"] == 0 for case in wrong)


def _replaced(evidence: Evidence) -> bool:
    """Another Parameter; a bare tensor with a graph in its place is told by what is recorded."""
    if text_says("cannot assign")(evidence):
        return True
    return "recorded" not in evidence.wrong_facets and any(
        False in found.values() for _, _, found, _ in evidence.wrong_values("objects")
    )


def _reached(kind: str, sizes: dict[str, Callable[[int, int], float]]) -> dict:
    """``when`` for laws of one kind, and models with both tensors or one of them drawn so."""
    fills = {"uniform": _uniform, "normal": _normal}[kind]
    models = [_drawing(fills(size), fills(size)) for size in sizes.values()]
    models += [_drawing(fills(size), RIGHT) for size in sizes.values()]
    return {
        "models": tuple(models),
        "when": drawn_from(*(_law(kind, size) for size in sizes.values())),
    }


def _xavier(i: int, o: int) -> float:
    return _over_root(6, i + o)


def _unscaled(tensor, i, o, generator):
    tensor.normal_(generator=generator)


def _zero(tensor, i, o, generator):
    tensor.zero_()


def _positive(tensor, i, o, generator):
    tensor.uniform_(0, _over_root(1, i), generator=generator)


def _one_number(tensor, i, o, generator):
    tensor.fill_(torch.empty(()).uniform_(-1, 1, generator=generator) * _over_root(1, i))


def _one_row(tensor, i, o, generator):
    row = torch.empty(tensor.shape[-1:])
    tensor.copy_(row.uniform_(-1, 1, generator=generator) * _over_root(1, i))


def _seeded(layer: nn.Linear, generator: Generator = None) -> None:
    reset_parameters(layer, torch.Generator().manual_seed(3))


def _global_only(layer: nn.Linear, generator: Generator = None) -> None:
    reset_parameters(layer)


RESET_IDEAS = (
    Idea(
        "no-inputs-forgotten",
        "A layer without inputs is what goes wrong: there is nothing to divide by, the bound is 0, "
        "and so is its bias.",
        SOURCE,
        when=_no_inputs,
    ),
    OLD_KEPT,
    Idea(
        ONE_DRAW.name,
        ONE_DRAW.hint,
        ONE_DRAW.page,
        models=(_drawing(_one_number, _one_number), _drawing(_one_row, RIGHT)),
        when=ONE_DRAW.when,
    ),
    Idea(
        "std-for-bound",
        "The standard deviation stands where the bound is due. Numbers spread evenly reach "
        "further than that, by the root of 3.",
        BOUND,
        **_reached("uniform", {"third": lambda i, o: _over_root(1 / 3, i)}),
    ),
    Idea(
        "normal-for-uniform",
        "The numbers come from a normal distribution. PyTorch spreads them evenly between two "
        "bounds, and none lies outside.",
        BOUND,
        models=_reached("normal", {"std": lambda i, o: _over_root(1 / 3, i)})["models"],
        when=_any_scale,
    ),
    Idea(
        "fan-out",
        "The bound is worked out from the number of outputs. What counts is how many inputs each "
        "output listens to, for weight and bias alike.",
        SOURCE,
        **_reached(
            "uniform",
            {"outputs": lambda i, o: _over_root(1, o)},
        ),
    ),
    Idea(
        "another-recipe",
        "This is He's, Xavier's or LeCun's recipe. PyTorch's default is another: kaiming_uniform_ "
        "with an a that makes the gain smaller than 1.",
        RECIPES,
        **_reached(
            "uniform",
            {
                "He": lambda i, o: _over_root(6, i),
                "Xavier": _xavier,
                "LeCun": lambda i, o: _over_root(3, i),
            },
        ),
    ),
    Idea(
        "slope-wrong",
        "The gain comes from another slope. In the source a is the root of 5, and the gain has the "
        "root of 1 + a² below the line.",
        BOUND,
        **_reached(
            "uniform",
            {
                "five": lambda i, o: _over_root(6 / 26, i),
                "not squared": lambda i, o: _over_root(6 / (1 + math.sqrt(5)), i),
            },
        ),
    ),
    Idea(
        "root-forgotten",
        "A root is missing: the numbers lie within 1/in.",
        BOUND,
        **_reached("uniform", {"inverse": lambda i, o: 1 / i if i else 0.0}),
    ),
    Idea(
        "width-for-bound",
        "The range is half or twice as wide as is due. It goes from minus the bound to the bound, "
        "and is twice the bound wide.",
        BOUND,
        **_reached(
            "uniform",
            {
                "half": lambda i, o: 0.5 * _over_root(1, i),
                "double": lambda i, o: 2 * _over_root(1, i),
            },
        ),
    ),
    Idea(
        "unscaled",
        "The numbers are the same size whatever the layer: uniform_, normal_, rand and randn know "
        "nothing of it unless told.",
        BOUND,
        models=(_drawing(_unscaled, _unscaled), _drawing(RIGHT, _unscaled)),
        when=drawn_from(
            _law("normal", lambda i, o: 1.0),
            _law("positive", lambda i, o: 1.0),
            _law("uniform", lambda i, o: 1.0),
        ),
    ),
    Idea(
        "one-sided",
        "The numbers lie to one side. They are due on both sides of 0, with a mean of 0; rand "
        "draws from 0 to 1.",
        BOUND,
        models=(_drawing(_positive, _positive), _drawing(RIGHT, _positive)),
        when=one_sided,
    ),
    Idea(
        "bias-zero",
        "The bias is all zero. The papers start it there; PyTorch draws it, from the range of the "
        "weight.",
        SOURCE,
        models=(_drawing(RIGHT, _zero),),
        when=_bias_zero,
    ),
    Idea(
        "fan-of-a-vector",
        "nn.init's recipes work out how many inputs a matrix has, and a bias is none. Its range is "
        "the weight's: draw it with the bound that you have.",
        SOURCE,
        when=text_says("Fan in and fan out can not be computed"),
    ),
    Idea(
        "bias-none-forgotten",
        "A layer without bias goes wrong: layer.bias is None then, and stays so. Ask `is None`; a "
        "tensor is neither true nor false.",
        SOURCE,
        when=_no_bias,
    ),
    *how_ideas(),
    Idea(
        "parameter-replaced",
        "The layer gets new Parameter objects. An optimizer that knows the old ones goes on moving "
        "those. Draw into the Parameters that are there.",
        WRITING,
        when=_replaced,
    ),
    *left_ideas(),
    Idea(
        "mode-changed",
        "The layer was switched between training and evaluation mode. Only its numbers are to "
        "change.",
        f"{OWN}#reset-parameters",
        when=is_wrong("training_after"),
    ),
    *source_ideas(),
)

RESET_CHECK = Check(
    name="init/reset-parameters",
    takes="reset_parameters",
    kind="function",
    parts=(
        Part("the distribution of weight and bias", 3, facets=NUMBERS | {"names"}),
        Part(
            "in place, unrecorded, from the generator given",
            2,
            needs=("the distribution of weight and bias",),
        ),
    ),
    cases=reset_cases,
    reference=reset_parameters,
    answers=frozenset(),  # drawn numbers are never compared, so models are told by their laws
    ideas=RESET_IDEAS,
    describe=describe_filling("reset_parameters", "layer"),
    show=show_layer,
    page=SOURCE,
    derive=derive_filling(_laws),
    silent=RAW,
)
