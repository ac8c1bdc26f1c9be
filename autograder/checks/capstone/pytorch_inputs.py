"""capstone/pytorch-inputs: the inputs with which PyTorch tests its own layer, all twenty-one.

The table of a result says which of them pass. They name what is public, and a run draws its own
numbers, so the table gives no hidden case away.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from autograder.checks.capstone.pages import BACKWARD, BIAS_FALSE, DTYPES, EXACTLY, ROWS
from autograder.checks.capstone.pytorch_cases import ALL, PyTorchCase
from autograder.checks.capstone.reference import (
    INSTEAD,
    Linear,
    answering,
    not_a_module,
    only_in,
    only_wrong,
    wrong_cases,
)
from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.probes.watch import LAYERS

DTYPE_NAMES = ("float32", "float64")


def pytorch_cases(draw: Draw) -> list[Case]:
    """One case for each of PyTorch's inputs; what differs from run to run are the numbers."""
    return [_case(draw, given) for given in ALL]


def _case(draw: Draw, given: PyTorchCase) -> Case:
    def tensor(*shape: int, most: float) -> Tensor:
        numbers = torch.rand(shape, generator=draw.generator, dtype=torch.float64)
        return most * (2 * numbers - 1)

    def reaching(*shape: int, most: float) -> Tensor:
        """The same with one number at least that is nearly as large as any can be."""
        numbers = tensor(*shape, most=most)
        if not numbers.numel():
            return numbers
        return numbers * (draw.number(0.9, 1.0) * most / numbers.abs().max())

    in_features, out_features, most = given.in_features, given.out_features, given.most_of_values
    values = {"weight": tensor(out_features, in_features, most=most)}
    if given.bias:
        values["bias"] = tensor(out_features, most=most)
    inputs = {
        "sizes": [in_features, out_features],
        "bias": {} if given.bias else {"bias": False},
        "values": values,
        "x": reaching(*given.leading, in_features, most=given.most_of_x),
        "upstream": tensor(*given.leading, out_features, most=1.0),
    }
    tags = {
        "without" if not given.bias else "rows" if len(given.leading) == 1 else "shapes",
        "matrix" if len(given.leading) == 1 else "leading" if given.leading else "vector",
        *({"square"} if in_features == out_features else ()),
        *({"empty"} if 0 in given.leading else ()),
    }
    return Case(given.label, inputs, frozenset(tags))


_WORDS = {
    "shapes": "the shapes of layer.weight and layer.bias",
    "y": "layer(x)",
    "grads": "the gradients of x, weight and bias",
}


def describe(case: Case, facet: str) -> str:
    i, o = case.inputs["sizes"]
    keyword = "".join(f", {name}={value}" for name, value in case.inputs["bias"].items())
    kind, _, dtype = facet.partition("_")
    what = f"{_WORDS[kind]} in {dtype}" if kind in _WORDS else "building layer and calling layer(x)"
    return f"{what}, with layer = Linear({i}, {o}{keyword})"


def show(case: Case, facet: str) -> dict[str, Any]:
    if facet.startswith("y") and case.inputs["x"].numel() <= 8:
        return {"x": case.inputs["x"], **case.inputs["values"]}
    return {}


PASSES, FAILS = "passes", "does not"


def report(evidence: Evidence) -> list[list[str]]:
    """Which of PyTorch's inputs pass in which dtype, in PyTorch's order; values and gradients."""
    rows = {}
    for (case, answer, truth), wrong in zip(evidence.rows(), evidence.failures, strict=True):
        marks = []
        for name in DTYPE_NAMES:
            due = {facet for facet in truth if facet.endswith(name)}
            right = due <= answer.keys() and not due.intersection(wrong)
            marks.append(PASSES if right else FAILS)
        rows[case.label] = [case.label, *marks]
    return [["PyTorch's own inputs", *DTYPE_NAMES], *(rows[given.label] for given in ALL)]


# ---------------------------------------------------------------------------- recognizers


def _dtype(evidence: Evidence) -> bool:
    """Another dtype comes out somewhere, or only float64 is wrong or raises."""
    facets = ("y_float32", "y_float64")
    found = list(evidence.wrong_values(*facets))
    return any(isinstance(y, Tensor) and y.dtype != due.dtype for _, _, y, due in found) or (
        bool(found) and {facet for _, facet, _, _ in found} == {"y_float64"}
    )


def _square(evidence: Evidence) -> bool:
    return only_in("square")(evidence) and "empty" not in set.intersection(
        *(set(case.tags) for case in wrong_cases(evidence))
    )


def _nearly(function) -> type:
    return answering(function)


def _sum(layer, x: Tensor, weight: Tensor) -> Tensor:
    y = x @ weight.T
    return y if layer.bias is None else y + layer.bias


def _large(evidence: Evidence) -> bool:
    """Values are wrong in float32 and in float64, of the right shape and dtype."""
    found = list(evidence.wrong_values("y_float32", "y_float64"))
    return bool(found) and all(
        isinstance(y, Tensor) and y.shape == due.shape and y.dtype == due.dtype
        for _, _, y, due in found
    )


PYTORCH_IDEAS = (
    Idea(
        "without-bias",
        "All that has a bias passes, and what has none does not: bias=False is not taken, or not "
        "followed, or forward adds what is not there.",
        BIAS_FALSE,
        when=only_in("without"),
    ),
    not_a_module(),
    Idea(
        "dtype",
        "float64 comes out as something else or with float32's digits. PyTorch's tests ask each "
        "dtype; let that of x and of the parameters decide.",
        DTYPES,
        when=_dtype,
    ),
    Idea(
        "empty-batch",
        "Everything passes but a batch of no rows. It gives as many outputs: none.",
        f"{ROWS}#empty-batch",
        when=only_in("empty"),
    ),
    Idea(
        "vector",
        "A single vector does not pass. Without a leading dimension the result has none either.",
        f"{ROWS}#alone-or-in-a-batch",
        when=only_in("vector"),
    ),
    Idea(
        "gradients",
        "All values pass, and their gradients do not. PyTorch checks both, on every input.",
        f"{BACKWARD}#sum-over-batch",
        when=only_wrong("grads_float32", "grads_float64"),
    ),
    Idea(
        "square",
        "What fails is square. There the weight fits untransposed as well, and the numbers are "
        "others.",
        f"{EXACTLY}#weight-shape",
        when=_square,
    ),
    Idea(
        "leading-dimensions",
        "Rows pass, and other shapes do not. PyTorch puts none, one, two or four dimensions in "
        "front of the features, some of size one.",
        f"{ROWS}#leading-dimensions",
        when=only_in("leading", "vector"),
    ),
    Idea(
        "large-values",
        "The shapes are right and the values are not. Some of PyTorch's numbers are as large as 9: "
        "look for what clips or bends them, or for another formula.",
        f"{EXACTLY}#weight-shape",
        when=_large,
        models=(
            _nearly(lambda layer, x: _sum(layer, x.clamp(-4, 4), layer.weight)),
            _nearly(lambda layer, x: _sum(layer, x, layer.weight.clamp(-1, 1))),
        ),
    ),
)

PYTORCH_CHECK = Check(
    name="capstone/pytorch-inputs",
    takes="Linear",
    kind="class",
    parts=(
        Part("PyTorch's batches of rows", 1, tag="rows"),
        Part("PyTorch's other shapes", 1, tag="shapes"),
        Part("PyTorch's inputs without a bias", 1, tag="without"),
    ),
    cases=pytorch_cases,
    reference=Linear,
    answers=frozenset({"y_float32", "y_float64"}),
    ideas=PYTORCH_IDEAS,
    describe=describe,
    show=show,
    report=report,
    page=f"{EXACTLY}#input-shapes",
    forbidden=LAYERS,
    instead=INSTEAD,
)
