"""depth/collapse: one linear layer that does what two in a row do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.checks.depth import shared
from autograder.checks.depth.pages import COLLAPSE, EXACTLY, LEARNS


def collapse(first: nn.Linear, second: nn.Linear) -> nn.Linear:
    """The reference: weight W2 W1, bias W2 b1 + b2; a missing bias counts as zero."""
    if first.out_features != second.in_features:
        raise ValueError(
            f"first has {first.out_features} outputs, second {second.in_features} inputs"
        )
    return _written(first, second, *_right(first, second))


def _biases(first: nn.Linear, second: nn.Linear) -> tuple[Tensor, Tensor]:
    """Both biases, zeros where there is none."""
    return tuple(
        layer.weight.new_zeros(layer.out_features) if layer.bias is None else layer.bias
        for layer in (first, second)
    )


def _right(first: nn.Linear, second: nn.Linear) -> tuple[Tensor, Tensor]:
    b1, b2 = _biases(first, second)
    return second.weight @ first.weight, second.weight @ b1 + b2


def _written(first: nn.Linear, second: nn.Linear, weight: Tensor, bias: Tensor) -> nn.Linear:
    layer = nn.Linear(first.in_features, second.out_features, dtype=first.weight.dtype)
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.copy_(bias)
    return layer


def collapse_cases(draw: Draw) -> list[Case]:
    """Eleven pairs that fit, two of them good to read, and four that do not."""
    (i, h, o), (a, b), k = draw.sizes(3), draw.sizes(2), draw.random.randint(3, 5)
    p, q = draw.sizes(2, 2, 4)
    small, double = {"readable": True}, {"dtype": "float64"}
    fitting = {
        "three different sizes": (2, 3, 1, small),
        "all sizes equal": (2, 2, 2, small),
        "all sizes equal, float64": (k, k, k, double),
        "three different sizes, float64": (i, h, o, double),
        "as many outputs as inputs": (p, q, p, {}),
        "as many outputs as hidden numbers": (a, b, b, double),
        "one hidden number": (b, 1, a, {}),
        "no bias in the first layer": (h, o, o, {"biases": (False, True)}),
        "no bias in the second layer": (o, i, i, {"biases": (True, False)}),
        "no bias in either layer": (a, o, b, {"biases": (False, False), **double}),
        "a frozen first layer": (o, h, i, {"freeze": "first"}),
    }
    misfits = {
        "more outputs in first than inputs in second": ((h + 1, i), (o, h)),
        "fewer outputs in first than inputs in second": ((1, i), (o, h)),
        "layers that fit the other way round only": ((o, h), (h, o + 1)),
        "equal layers that are not square": ((i, h), (i, h)),
    }
    return [
        *(_fitting_case(draw, label, *spec) for label, spec in fitting.items()),
        *(_misfit_case(draw, label, *shapes) for label, shapes in misfits.items()),
    ]


def _fitting_case(
    draw: Draw, label: str, in_: int, hidden: int, out: int, extra: dict[str, Any]
) -> Case:
    dtype, biases = extra.get("dtype", "float32"), extra.get("biases", (True, True))
    readable = "readable" in extra

    def pair(readable: bool) -> list[dict]:
        shapes = ((hidden, in_), (out, hidden))
        return [
            shared.layer_values(draw, *shape, dtype, bias, readable)
            for shape, bias in zip(shapes, biases, strict=True)
        ]

    (first, second), (other_first, other_second) = pair(readable), pair(False)
    rows = in_ + 2  # more than unknowns in a row of the new weight and its bias
    x = draw.readable(2, in_) if readable else draw.tensor(rows, in_, dtype=dtype)
    inputs = {
        "first": first,
        "second": second,
        "fits": True,
        "other_first": other_first,
        "other_second": other_second,
        "third": shared.layer_values(draw, 2, out, dtype),
        "x": x,
        "vector": draw.tensor(in_, dtype=dtype),
        "upstream": draw.tensor(len(x), out, dtype=dtype),
        "freeze": extra.get("freeze", ""),
        "shift": draw.number(1.0, 2.0),
    }
    return Case(label, inputs, frozenset({"fits"}))


def _misfit_case(draw: Draw, label: str, first: tuple, second: tuple) -> Case:
    inputs = {
        "first": shared.layer_values(draw, *first, "float32"),
        "second": shared.layer_values(draw, *second, "float32"),
        "fits": False,
    }
    return Case(label, inputs, frozenset({"refused"}))


_WORDS = {
    "result": "what collapse(first, second) returns",
    "sizes": "in_features and out_features of layer",
    "weight_shape": "the shape of layer.weight",
    "dtype": "the dtype of layer.weight",
    "y": "layer(x)",
    "y_vector": "layer(x) for a single vector",
    "arguments": "first and second after the call",
    "arguments_require_grad": "requires_grad of the parameters of first and second afterwards",
    "is_leaf": "whether layer.weight and layer.bias are leaves of autograd's graph",
    "trainable": "requires_grad of layer.weight and layer.bias",
    "grads_arrive": "whether a gradient arrives at layer.weight",
    "grad_in_arguments": "whether a gradient of layer(x) runs on into first and second",
    "y_again": "layer(x), when the same two are collapsed a second time",
    "y_other": "layer(x), when two other layers are collapsed after that",
    "y_chain": "what comes out when the result is collapsed with a third layer",
    "y_after_move": "layer(x), after first and second were changed",
    "grad_mode_kept": "whether gradients are still off after a call under no_grad",
}


def describe_collapse(case: Case, facet: str) -> str:
    call = "collapse(first, second)"
    words = _WORDS.get(facet)
    if words is None or "collapse(" in words:
        return words or call
    return f"{words}, layer = {call}" if "layer" in words else f"{words}, {call}"


def show_collapse(case: Case, facet: str) -> dict[str, Any]:
    """Both layers in numbers where an answer is shown; in a word elsewhere."""
    small = case.inputs["first"]["weight"].numel() <= 6
    if facet in ("y", "y_again", "y_after_move") and small:
        held = {f"{n}.{k}": v for n in ("first", "second") for k, v in case.inputs[n].items()}
        return {"x": case.inputs["x"], **held}
    return {name: _sizes(case.inputs[name]) for name in ("first", "second")}


class _Code(str):
    """Text to be shown as it is."""


def _sizes(values: dict) -> str:
    out, in_ = values["weight"].shape
    return _Code(f"nn.Linear({in_}, {out}{'' if values['bias'] is not None else ', bias=False'})")


# ---------------------------------------------------------------------------- models

Formula = Callable[[nn.Linear, nn.Linear], Tensor]


def _right_weight(first: nn.Linear, second: nn.Linear) -> Tensor:
    return second.weight @ first.weight


def _right_bias(first: nn.Linear, second: nn.Linear) -> Tensor:
    return _right(first, second)[1]


def _model(weight: Formula = _right_weight, bias: Formula = _right_bias) -> Callable:
    """A function that looks first, as it should, and then computes in its own way."""

    def collapse(first: nn.Linear, second: nn.Linear) -> nn.Linear:
        if first.out_features != second.in_features:
            raise ValueError("the layers do not fit")
        return _written(first, second, weight(first, second), bias(first, second))

    return collapse


def _is_square(*layers: nn.Linear) -> bool:
    return all(layer.in_features == layer.out_features for layer in layers)


def _where(condition: Callable[..., bool], wrong: Formula, right: Formula) -> Formula:
    """``wrong`` where ``condition`` of both layers holds, ``right`` elsewhere."""
    return lambda a, b: wrong(a, b) if condition(a, b) else right(a, b)


def _reading_order(first: nn.Linear, second: nn.Linear) -> Tensor:
    return first.weight @ second.weight


def _layers_swapped(first: nn.Linear, second: nn.Linear) -> nn.Linear:
    if first.out_features != second.in_features:
        raise ValueError("the layers do not fit")
    return collapse(second, first) if _is_square(first, second) else collapse(first, second)


def _second_bias(first: nn.Linear, second: nn.Linear) -> Tensor:
    return _biases(first, second)[1]


def _second_bias_or_nothing(first: nn.Linear, second: nn.Linear) -> Tensor:
    right = _right_bias(first, second)
    return torch.zeros_like(right) if second.bias is None else right


def _first_bias_sent(first: nn.Linear, second: nn.Linear) -> Tensor:
    return second.weight @ _biases(first, second)[0]


def _second_bias_only_beside_first(first: nn.Linear, second: nn.Linear) -> Tensor:
    right = _right_bias(first, second)
    return torch.zeros_like(right) if first.bias is None else right


def _no_bias(first: nn.Linear, second: nn.Linear) -> Tensor:
    return second.weight.new_zeros(second.out_features)


def _added(first: nn.Linear, second: nn.Linear) -> Tensor:
    b1, b2 = _biases(first, second)
    return b1 + b2


def _added_as_far_as_it_goes(first: nn.Linear, second: nn.Linear) -> Tensor:
    b1, b2 = _biases(first, second)
    n = min(len(b1), len(b2))
    return torch.cat([b1[:n] + b2[:n], b2[n:]])


def _through_transpose(first: nn.Linear, second: nn.Linear) -> Tensor:
    b1, b2 = _biases(first, second)
    return b1 @ second.weight + b2


def _second_square(first: nn.Linear, second: nn.Linear) -> bool:
    return _is_square(second)


def _result_square(first: nn.Linear, second: nn.Linear) -> bool:
    return first.in_features == second.out_features


def _same_shape(first: nn.Linear, second: nn.Linear) -> bool:
    return first.weight.shape == second.weight.shape


# ---------------------------------------------------------------------------- recognizers


def _transposed_shape(evidence: Evidence) -> bool:
    """The weight comes out as (in, out) wherever that can be seen."""
    found = [(f, d) for _, _, f, d in evidence.wrong_values("weight_shape")]
    return bool(found) and all(f == d[::-1] for f, d in found)


def _sizes_stale(evidence: Evidence) -> bool:
    """The attributes in_features and out_features are not those of a weight that is right."""
    return "sizes" in evidence.wrong_facets and not evidence.wrong_facets & {"weight_shape", "y"}


def _has_biases(case: Case) -> bool:
    return all(case.inputs[name]["bias"] is not None for name in ("first", "second"))


# ---------------------------------------------------------------------------- the ideas

_SECTION = f"{COLLAPSE}#collapse"

COLLAPSE_IDEAS = (
    shared.GRAD_MODE,
    shared.NO_GRAD_FORGOTTEN,
    shared.PARAMETER_NEEDED,
    Idea(
        "returns-nothing",
        "The function returns None. Return the new layer; printing is not returning.",
        _SECTION,
        when=shared.returns_nothing("result"),
    ),
    Idea(
        "not-one-linear",
        "What comes back is not one nn.Linear. Two layers that are called one after the other are "
        "still two; make a single new layer with the weight and bias of both together.",
        _SECTION,
        when=shared.differs("result"),
    ),
    Idea(
        "arguments-changed",
        "first or second is not as it was: a value, a bias or requires_grad changed. Both are only "
        "to be read; make a new layer.",
        _SECTION,
        when=lambda e: bool(e.wrong_facets & {"arguments", "arguments_require_grad"}),
    ),
    Idea(
        "aliasing",
        "The new layer shares memory with the old ones: change them later, and it changes too. "
        "Copy the values.",
        f"{EXACTLY}#copying",
        when=shared.aliased,
    ),
    Idea(
        "graph-recorded",
        "autograd recorded how the new weight was made, so it is no leaf, and gradients run on "
        "into first and second. Write values under torch.no_grad().",
        f"{EXACTLY}#copying",
        when=shared.differs("is_leaf", "grad_in_arguments"),
    ),
    Idea(
        "frozen",
        "The new layer does not train: requires_grad of its weight or bias is off. It should be a "
        "layer like any other.",
        f"{LEARNS}#gradients-reach-it",
        when=shared.frozen,
    ),
    Idea(
        "dtype-forced",
        "The result is in another dtype than the layers, or has been through one. A new nn.Linear "
        "is float32 unless it is told otherwise.",
        f"{EXACTLY}#dtype",
        when=shared.dtype_forced("y", "y_vector", "y_again", "y_other", "y_chain"),
    ),
    Idea(
        "sizes-stale",
        "The weight fits, but the layer's in_features and out_features say something else. Make "
        "the new layer in its right sizes.",
        f"{EXACTLY}#at-construction",
        when=_sizes_stale,
    ),
    Idea(
        "weight-transposed",
        "The new weight is transposed. nn.Linear stores (out, in), and the product of the two "
        "stored weights comes out like this by itself, in the right order.",
        f"{EXACTLY}#weight-shape",
        models=(
            _model(_where(_result_square, lambda a, b: (b.weight @ a.weight).T, _right_weight)),
        ),
        when=_transposed_shape,
    ),
    Idea(
        "bias-none-mishandled",
        "A missing bias is not handled: it is None then, and counts as zero. Ask `is None`; a "
        "tensor is neither true nor false.",
        f"{EXACTLY}#bias-shape",
        when=shared.bias_none(_has_biases),
    ),
    Idea(
        "order-swapped",
        "The weights are multiplied in reading order. Each is stored as (out, in) and acts as its "
        "transpose, which turns the order around; where all sizes agree only the numbers tell.",
        _SECTION,
        models=(
            _model(_where(_is_square, _reading_order, _right_weight)),
            _model(_reading_order),
            _layers_swapped,
        ),
    ),
    Idea(
        "elementwise-product",
        "The weights are multiplied entry by entry. One map after the other is a matrix product.",
        _SECTION,
        models=(
            _model(_where(_same_shape, lambda a, b: b.weight * a.weight, _right_weight)),
            _model(lambda a, b: b.weight * a.weight),
        ),
    ),
    Idea(
        "first-bias-lost",
        "The first layer's bias is lost. In the stack it goes through the second layer like "
        "everything else that comes out of the first.",
        _SECTION,
        models=(_model(bias=_second_bias), _model(bias=_second_bias_or_nothing)),
    ),
    Idea(
        "second-bias-lost",
        "The second layer's bias is lost. It is added at the end, as in the stack.",
        _SECTION,
        models=(_model(bias=_first_bias_sent), _model(bias=_second_bias_only_beside_first)),
    ),
    Idea(
        "biases-lost",
        "The new layer has no bias. For an input of zeros the stack does not give zeros.",
        _SECTION,
        models=(_model(bias=_no_bias),),
    ),
    Idea(
        "first-bias-not-passed-through",
        "Both biases are added as they are. The first one has still to go through the second "
        "layer's weight.",
        _SECTION,
        models=(
            _model(bias=_where(lambda a, b: a.out_features == b.out_features, _added, _right_bias)),
            _model(bias=_added),
            _model(bias=_added_as_far_as_it_goes),
        ),
    ),
    Idea(
        "bias-through-transpose",
        "The first bias goes through the second weight the wrong way round. It is a row of hidden "
        "numbers, and takes the way that x takes.",
        f"{EXACTLY}#weight-shape",
        models=(
            _model(bias=_where(_second_square, _through_transpose, _right_bias)),
            _model(bias=_through_transpose),
        ),
    ),
    Idea(
        "answer-cached",
        "Other layers get the first layers' answer. Work it out in each call.",
        _SECTION,
        when=shared.kept_answer,
    ),
    Idea(
        "values-not-written",
        "The new layer still has random numbers that it was born with, in its weight or its bias: "
        "the values were given a name, and not written into its parameters.",
        f"{EXACTLY}#copying",
        when=shared.redrawn,
    ),
    Idea(
        "refuses-what-fits",
        "A ValueError is raised for layers that fit. They do if first has as many outputs as "
        "second has inputs; nothing else matters.",
        _SECTION,
        when=shared.refuses,
    ),
    Idea(
        "no-error-on-mismatch",
        "Layers that do not fit are let through. Raise ValueError where second cannot take what "
        "comes out of first.",
        _SECTION,
        when=shared.no_error,
    ),
    Idea(
        "wrong-error-type",
        "Another exception is raised than ValueError. Compare the sizes first and say in a "
        "ValueError what does not fit.",
        _SECTION,
        when=shared.wrong_error,
    ),
)

COLLAPSE_CHECK = Check(
    name="depth/collapse",
    takes="collapse",
    kind="function",
    parts=(
        Part("collapses layers that fit", 3, tag="fits"),
        Part("refuses what does not fit", 1, tag="refused", needs=("collapses layers that fit",)),
    ),
    cases=collapse_cases,
    reference=collapse,
    answers=frozenset({"y", "y_vector", "y_again", "y_other", "y_chain"}),
    ideas=COLLAPSE_IDEAS,
    describe=describe_collapse,
    show=show_collapse,
    page=_SECTION,
)
