"""pitfalls/list-of-layers: a model whose layers are kept in a list, mended."""

from __future__ import annotations

from itertools import pairwise

from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.checks.pitfalls import life
from autograder.checks.pitfalls.life import life_case, registered_otherwise
from autograder.checks.pitfalls.pages import BEND, LEARNABLE, LEARNS, NO_PARAMETERS


class Stack(nn.Module):
    """The reference: layers in an nn.ModuleList."""

    def __init__(self, sizes: list[int]):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(sizes))

    def forward(self, x: Tensor) -> Tensor:
        *hidden, last = self.layers
        for layer in hidden:
            x = layer(x).relu()
        return last(x)


class _WithoutRelu(Stack):
    def forward(self, x: Tensor) -> Tensor:
        for layer in self.layers:
            x = layer(x)
        return x


class _ReluLast(Stack):
    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x).relu()


def list_of_layers_cases(draw: Draw) -> list[Case]:
    """Eight models, with one to four layers; some layers have the same shape."""
    (a, b, c, d), (k, e, m, n) = draw.sizes(4), draw.sizes(4)
    return [
        _stack_case(draw, "two layers", [a, b, c], 3),
        _stack_case(draw, "three layers", [b, d, a, c], 4),
        _stack_case(draw, "four layers", [a, c, d, b, e], 2),
        _stack_case(draw, "all sizes equal", [k, k, k, k], 5),
        _stack_case(draw, "two hidden layers of one size", [m, n, n, n, e], 3),
        _stack_case(draw, "a batch of one row", [d, e if e != d else d + 1, a], 1),
        _stack_case(draw, "an empty batch", [c, b, a], 0),
        _stack_case(draw, "a single layer, in float32", [d, a], 3, "float32"),
    ]


def _stack_case(
    draw: Draw, label: str, sizes: list[int], rows: int, dtype: str = "float64"
) -> Case:
    parameters = {}
    for i, (n, m) in enumerate(pairwise(sizes), 1):
        parameters |= {f"weight {i}": (m, n), f"bias {i}": (m,)}
    ends = (rows, sizes[0]), (rows, sizes[-1])
    return life_case(draw, label, {"sizes": sizes}, parameters, *ends, dtype=dtype)


# ---------------------------------------------------------------------------- recognizers


def _shapes(case: Case) -> list[tuple[int, int]]:
    return list(pairwise(case.inputs["sizes"]))


def _repeated(evidence: Evidence) -> bool:
    """Too little is registered, and only in models with several layers of one shape."""
    rows = registered_otherwise(evidence)
    return bool(rows) and all(
        len(set(_shapes(case))) < len(_shapes(case)) and len(answer["registered"]) > 0
        for case, answer, _ in rows
    )


def _some(evidence: Evidence) -> bool:
    """Something is registered, and other layers or tensors are mere attributes."""
    rows = registered_otherwise(evidence)
    return (
        any(answer["registered"] for _, answer, _ in rows)
        and all(answer.get("layers_kept") is True for _, answer, _ in rows)
        and all(len(answer["registered"]) < len(truth["registered"]) for _, answer, truth in rows)
    )


def _missing(evidence: Evidence) -> bool:
    """Fewer parameters than due, and nothing that is kept elsewhere."""
    rows = registered_otherwise(evidence)
    return bool(rows) and all(
        0 <= len(answer["registered"]) < len(truth["registered"])
        and answer.get("layers_kept") is False
        for _, answer, truth in rows
    )


IDEAS = (
    Idea(
        "returns-nothing",
        "forward returns None. Its last line has to return what the last layer gives.",
        f"{LEARNABLE}#built-from-tensors",
        when=life.returns_nothing,
    ),
    Idea(
        "registered-late",
        "The layers are registered by the first call. An optimizer that is built before finds "
        "nothing; they have to be there when the model is made.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=life.registered_late,
    ),
    Idea(
        "symptom-hidden",
        "parameters() has been made to list the layers, and they are still not registered: they "
        "are neither saved nor loaded nor converted. Mend the list, not the question.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=life.symptom_hidden,
    ),
    Idea(
        "one-layer-repeated",
        "Layers of one shape are one and the same layer, put in several times. Each place needs a "
        "layer of its own.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=_repeated,
    ),
    Idea(
        "not-registered",
        "The model has registered nothing: a module does not look into a Python list, a tuple or "
        "a dict. PyTorch has containers that are modules themselves.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=life.nothing_registered,
    ),
    Idea(
        "only-some-registered",
        "A part of the layers is registered, and the rest is still kept where the module does not "
        "look. The count is no longer 0, which makes that harder to see.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=_some,
    ),
    Idea(
        "layers-missing",
        "There are fewer layers than gaps between the sizes. n sizes have n − 1 gaps, and the last "
        "layer counts too.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=_missing,
    ),
    Idea(
        "not-the-ones-used",
        "Parameters are registered, but forward computes with other tensors: writing new values "
        "into the parameters changes nothing. What is listed has to be what is used.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=life.other_parameters_used,
    ),
    Idea(
        "set-by-hand",
        "The weights of a layer do not start as numbers that are drawn anew for each model. Leave "
        "the first values to the layers.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=life.set_by_hand,
    ),
    Idea(
        "relu-lost",
        "The ReLU between the layers is gone, so the whole is a single linear map.",
        f"{BEND}#what-bends",
        models=(_WithoutRelu,),
    ),
    Idea(
        "relu-after-the-last",
        "There is a ReLU after the last layer too. It belongs between layers; the output must be "
        "able to be negative.",
        f"{BEND}#what-bends",
        models=(_ReluLast,),
    ),
    Idea(
        "not-trainable",
        "The parameters are there, and no gradient reaches some of them: they are frozen, or the "
        "way back is cut.",
        f"{LEARNS}#gradients-reach-it",
        when=life.not_trainable,
    ),
)

LIST_OF_LAYERS_CHECK = Check(
    name="pitfalls/list-of-layers",
    takes="Stack",
    kind="class",
    parts=(Part("the model", 2),),
    cases=list_of_layers_cases,
    reference=Stack,
    answers=life.ANSWERS,
    ideas=IDEAS,
    describe=life.describe_life("model", lambda case: f"Stack({case.inputs['sizes']})"),
    show=life.show_life,
    derive=life.read_start,
    silent=life.SILENT,
    page=f"{NO_PARAMETERS}#zero-not-registered",
)
