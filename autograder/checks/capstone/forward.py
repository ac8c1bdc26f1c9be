"""capstone/forward: (..., in) becomes (..., out), whatever stands in front of the features."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from autograder.checks.capstone.pages import DTYPES, EXACTLY, LEARNABLE, MODES, ROWS, SHAPES
from autograder.checks.capstone.reference import (
    INSTEAD,
    Linear,
    answering,
    drawn,
    drawn_values,
    is_wrong,
    not_a_module,
    only_in,
    wrong_cases,
)
from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, same
from autograder.probes.watch import LAYERS

COARSE = ("float16", "bfloat16")


def forward_cases(draw: Draw) -> list[Case]:
    """Fifteen inputs: none to four leading dimensions, empty ones, layouts, dtypes, square layers.

    A shape is given as (leading sizes, in, out).
    """
    (p, q, r), (a, b, c) = draw.sizes(3, 2, 4), draw.sizes(3, 2, 5)
    (i, o), n = draw.sizes(2, 3, 6), draw.random.randint(3, 5)
    specs: dict[str, tuple[tuple, dict]] = {
        "a batch of rows": (((p,), q, r), {"tags": "matrix"}),
        "a single vector, shape (in,)": (((), i, o), {"tags": "vector"}),
        "two leading dimensions": (((a, b), i, o), {"tags": "leading"}),
        "three leading dimensions, one of them of size one": (
            ((a, 1, b), o, i),
            {"tags": "leading", "dtype": "float64"},
        ),
        "an empty batch": (((0,), i, o), {"tags": "empty matrix"}),
        "an empty dimension between others": (((a, 0, c), i, o), {"tags": "empty leading"}),
        "a batch of one row": (((1,), o, i), {"tags": "matrix ones"}),
        "one output": (((b,), i, 1), {"tags": "matrix ones"}),
        "a single vector, as many outputs as inputs": (((), n, n), {"tags": "vector square"}),
        "as many rows and outputs as inputs": (((n,), n, n), {"tags": "matrix square"}),
        "two leading dimensions, swapped in memory": (
            ((a, b), i, o),
            {"tags": "leading layout", "layout": "swapped"},
        ),
        "a batch with gaps in memory, in float64": (
            ((c,), i, o),
            {"tags": "matrix layout", "layout": "gaps", "dtype": "float64"},
        ),
        "one row repeated by expand": (
            ((b,), o, i),
            {"tags": "matrix layout", "layout": "expanded"},
        ),
        "float64, as many outputs as inputs": (
            ((b,), n, n),
            {"tags": "matrix square", "dtype": "float64"},
        ),
        "half precision, float16": (((c,), i, o), {"tags": "matrix", "dtype": "float16"}),
        "half precision, bfloat16": (((c,), i, o), {"tags": "matrix", "dtype": "bfloat16"}),
    }
    return [_case(draw, label, *sizes, **extra) for label, (sizes, extra) in specs.items()]


def _case(
    draw: Draw,
    label: str,
    leading: tuple[int, ...],
    in_features: int,
    out_features: int,
    tags: str,
    dtype: str = "float32",
    layout: str = "contiguous",
) -> Case:
    def tensor(*shape: int) -> Tensor:
        return drawn(draw, shape, dtype)

    # The other shape has as many dimensions, so that an object that only knows vectors, say, shows
    # it in the cases that are about that.
    other = tuple(size + 1 if size > 1 else size for size in leading)
    rows = draw.random.randint(2, 4)
    x, x_2 = (tensor(*leading, in_features) for _ in range(2))
    if layout == "expanded":
        x, x_2 = (value[:1].repeat(len(value), 1) for value in (x, x_2))
    inputs = {
        "values": drawn_values(draw, out_features, in_features, dtype),
        "values_2": drawn_values(draw, out_features, in_features, dtype),
        "x": x,
        "x_2": x_2,
        "other": tensor(*other, in_features),
        "too_long": tensor(rows * in_features, in_features + 1),
        "layout": layout,
    }
    return Case(label, inputs, frozenset({*tags.split(), dtype}))


_WORDS = {
    "shapes": "the shapes of layer.weight and layer.bias",
    "y": "layer(x)",
    "x_after": "x after layer(x)",
    "x_requires_grad_after": "x.requires_grad after layer(x)",
    "held_after": "layer.weight and layer.bias after layer(x)",
    "training_after": "layer.training after layer(x)",
    "y_same_shape": "layer(x) for a second x of the same shape",
    "y_kept": "the first answer, after layer was called again",
    "y_other_shape": "layer(x) for an x with other sizes in front",
    "random_state_kept": "whether the random state is the same before and after layer(x)",
    "y_eval": "layer(x) in evaluation mode",
    "training_after_eval": "layer.training after layer.eval() and layer(x)",
    "y_other_values": "layer(x) after weight and bias were given other values",
    "too_long": "layer(x) for an x with one number too many in each row",
    "raised": "building layer and calling layer(x)",
}
_SHOWN = {
    "y": ("x", "values"),
    "y_same_shape": ("x_2", "values"),
    "y_other_shape": ("other", "values"),
    "y_eval": ("x", "values"),
    "y_other_values": ("x", "values_2"),
}


def sizes_of(case: Case) -> str:
    out_features, in_features = case.inputs["values"]["weight"].shape
    return f"Linear({in_features}, {out_features})"


def describe(case: Case, facet: str) -> str:
    return f"{_WORDS.get(facet, facet)}, with layer = {sizes_of(case)}"


def show(case: Case, facet: str) -> dict[str, Any]:
    if facet in ("raised", "too_long"):
        name = "x" if facet == "raised" else facet
        return {"x.shape": tuple(case.inputs[name].shape)}
    if facet not in _SHOWN:
        return {}
    x, values = _SHOWN[facet]
    return {"x": case.inputs[x], **case.inputs[values]}


# ---------------------------------------------------------------------------- recognizers

ANSWERS = ("y", "y_same_shape", "y_other_shape", "y_eval", "y_other_values")


def _leading_lost(evidence: Evidence) -> bool:
    """The numbers are right and lie in one batch, whatever stood in front."""
    wrong = list(evidence.wrong_values())
    return any(due.dim() > 2 for _, _, _, due in wrong) and all(
        isinstance(y, Tensor) and same(y, due.reshape(due.shape[:-1].numel(), due.shape[-1]))
        for _, _, y, due in wrong
    )


def _vector_becomes_batch(evidence: Evidence) -> bool:
    wrong = list(evidence.wrong_values())
    return bool(wrong) and all(
        isinstance(y, Tensor) and due.dim() == 1 and same(y, due[None]) for _, _, y, due in wrong
    )


def _squeezed(evidence: Evidence) -> bool:
    wrong = list(evidence.wrong_values())
    return bool(wrong) and all(
        isinstance(y, Tensor) and y.dim() < due.dim() and same(y.flatten(), due.flatten())
        for _, _, y, due in wrong
    )


def _no_tensor(evidence: Evidence) -> bool:
    found = [y for _, _, y, _ in evidence.wrong_values()]
    return bool(found) and not any(isinstance(y, Tensor) for y in found)


def _dtype_forced(evidence: Evidence) -> bool:
    """Another dtype comes out, or float32's digits, or an error outside of float32."""
    wrong = wrong_cases(evidence)
    forced = bool(wrong) and not any("float32" in case.tags for case in wrong)
    return forced or any(
        isinstance(y, Tensor) and y.dtype != due.dtype for _, _, y, due in evidence.wrong_values()
    )


def _kept(evidence: Evidence) -> bool:
    """The first answer is right, and what comes later is the same or of older values."""
    if "y" in evidence.wrong_facets:
        return False
    return (
        bool(evidence.wrong_facets & {"y_same_shape", "y_other_values", "y_kept"})
        and not evidence.raised()
    )


def _misfit_accepted(evidence: Evidence) -> bool:
    return evidence.wrong_facets == {"too_long"}


def _mode(evidence: Evidence) -> bool:
    return is_wrong("training_after", "training_after_eval")(evidence)


def _matrices_only(evidence: Evidence) -> bool:
    """Rows are right, and something with no leading dimension, or with several, is not."""
    return only_in("vector", "leading")(evidence)


def _bias(times: float, training: bool = True):
    def formula(layer, x: Tensor) -> Tensor:
        share = times if layer.training or not training else 0
        return x @ layer.weight.T + share * layer.bias

    return formula


def _then(function):
    return lambda layer, x: function(x @ layer.weight.T + layer.bias)


def _transposed(layer, x: Tensor) -> Tensor:
    square = layer.weight.shape[0] == layer.weight.shape[1]
    return x @ (layer.weight if square else layer.weight.T) + layer.bias


ACTIVATIONS = (
    torch.relu,
    torch.sigmoid,
    torch.tanh,
    torch.nn.functional.gelu,
    torch.nn.functional.silu,
    lambda y: y.softmax(-1),
    lambda y: y.log_softmax(-1),
)

FORWARD_IDEAS = (
    not_a_module(),
    Idea(
        "mode-changed",
        "forward switches the layer's mode. Training or evaluating is the caller's choice.",
        MODES,
        when=_mode,
    ),
    Idea(
        "input-changed",
        "The input is changed by the call. It belongs to the caller: make a new tensor instead of "
        "writing into x.",
        f"{EXACTLY}#input-untouched",
        when=is_wrong("x_after", "x_requires_grad_after"),
    ),
    Idea(
        "returns-nothing",
        "What comes back is no tensor. End forward with `return` and the tensor itself, neither "
        "None nor an array nor a list.",
        f"{LEARNABLE}#built-from-tensors",
        when=_no_tensor,
    ),
    Idea(
        "dtype-forced",
        "The numbers pass through a fixed dtype on the way. Let the dtype of x and of the "
        "parameters decide, without float() or double().",
        DTYPES,
        when=_dtype_forced,
    ),
    Idea(
        "weight-not-transposed",
        "Where weight is square, x is multiplied by it untransposed; nothing fails there, and the "
        "numbers are others. The columns of weight belong to the inputs.",
        f"{EXACTLY}#weight-shape",
        models=(answering(_transposed),),
    ),
    Idea(
        "bias-wrong",
        "The bias is left out, subtracted, or added in training only. It is added to every row, "
        "in either mode.",
        f"{EXACTLY}#bias-shape",
        models=(
            answering(_bias(-1, training=False)),
            answering(_bias(0, training=False)),
            answering(_bias(1)),
            answering(_bias(2, training=False)),
        ),
    ),
    Idea(
        "activation-added",
        "There is an activation in the layer. A linear layer ends with the sum; what bends it "
        "stands outside.",
        f"{LEARNABLE}#no-activation",
        models=tuple(answering(_then(function)) for function in ACTIVATIONS),
    ),
    Idea(
        "answer-kept",
        "An answer, or something made from weight, is kept from an earlier call. Work everything "
        "out from x and the parameters each time.",
        "linear-layer/under-the-hood-forward#nothing-is-cached",
        when=_kept,
    ),
    Idea(
        "vector-becomes-batch",
        "A single vector comes back as a batch of one. Nothing stood in front of its features, so "
        "nothing does so afterwards.",
        f"{ROWS}#alone-or-in-a-batch",
        when=_vector_becomes_batch,
    ),
    Idea(
        "leading-dimensions-lost",
        "All rows come back in one batch. What stands in front of the last dimension has to stand "
        "there again afterwards.",
        f"{ROWS}#leading-dimensions",
        when=_leading_lost,
    ),
    Idea(
        "squeezed",
        "A dimension of size one has vanished. One row is still a batch, and one output is still a "
        "column: no squeeze.",
        f"{SHAPES}#last-dimension",
        when=_squeezed,
    ),
    Idea(
        "empty-batch-refused",
        "A batch without rows is an input like any other, and gives as many rows: none. reshape "
        "with -1 and stack cannot know the sizes then.",
        f"{ROWS}#empty-batch",
        when=only_in("empty"),
    ),
    Idea(
        "contiguous-only",
        "It depends on how x lies in memory. view wants it in one piece; reshape, and all "
        "arithmetic, go by the strides.",
        f"{SHAPES}#view-reshape-flatten",
        when=only_in("layout"),
    ),
    Idea(
        "matrices-only",
        "This works for a batch of rows and not for every other input. Only the last dimension is "
        "about features; in front of it may stand none or several.",
        f"{ROWS}#leading-dimensions",
        when=_matrices_only,
    ),
    Idea(
        "misfit-accepted",
        "An x whose last dimension is not in_features gets an answer. Such a mistake has to raise; "
        "the product does so by itself if x is not cut or cut up first.",
        f"{EXACTLY}#input-shapes",
        when=_misfit_accepted,
    ),
)

FORWARD_CHECK = Check(
    name="capstone/forward",
    takes="Linear",
    kind="class",
    parts=(
        Part("a batch of rows", 1, frozenset({"shapes", *ANSWERS}), "matrix"),
        Part("any other shape", 2, frozenset({"shapes", *ANSWERS}), "", ("a batch of rows",)),
        Part("what must not happen", 1, tag="", needs=("a batch of rows",)),
    ),
    cases=forward_cases,
    reference=Linear,
    answers=frozenset(ANSWERS),
    ideas=FORWARD_IDEAS,
    describe=describe,
    show=show,
    page=f"{ROWS}#leading-dimensions",
    forbidden=LAYERS,
    instead=INSTEAD,
)
