"""pitfalls/lazy-first-call: a lazy model that was counted before its first batch, mended.

Without points.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.checks.pitfalls import life
from autograder.checks.pitfalls.life import life_case, registered_otherwise
from autograder.checks.pitfalls.pages import BEND, EXACTLY, LEARNS, NO_PARAMETERS


def build_and_count(hidden: int, out_features: int, sample: Tensor) -> tuple[nn.Module, int]:
    """The reference: the sample tells the layers how many numbers come in."""
    model = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.LazyLinear(out_features))
    model(sample)
    return model, sum(p.numel() for p in model.parameters())


def _arranged(*order: str) -> Callable[..., tuple[nn.Module, int]]:
    """A model of the same two layers, with ReLU elsewhere."""

    def model(hidden: int, out_features: int, sample: Tensor) -> tuple[nn.Module, int]:
        parts = {
            "hidden": nn.Linear(sample.shape[-1], hidden),
            "out": nn.Linear(hidden, out_features),
            "relu": nn.ReLU(),
        }
        model = nn.Sequential(*(parts[name] for name in order))
        return model, sum(p.numel() for p in model.parameters())

    return model


def lazy_first_call_cases(draw: Draw) -> list[Case]:
    """Five models; one is built from a sample without rows."""
    (a, b, c), (d, e, m) = draw.sizes(3), draw.sizes(3)
    return [
        _case(draw, "a small sample", a, b, c, 3),
        _case(draw, "a sample of one row", d, e, m, 1),
        _case(draw, "a sample without rows", c, a, b, 0),
        _case(draw, "as many hidden units as inputs", e, e, a, 4),
        _case(draw, "one output", m, d, 1, 5),
    ]


def _case(draw: Draw, label: str, n: int, h: int, m: int, rows: int) -> Case:
    parameters = {"weight 1": (h, n), "bias 1": (h,), "weight 2": (m, h), "bias 2": (m,)}
    build = {
        "hidden": h,
        "out_features": m,
        "sample": draw.tensor(rows, n, dtype="float64"),
    }
    batch = draw.random.choice([size for size in range(2, 7) if size != rows])
    return life_case(draw, label, build, parameters, (batch, n), (batch, m))


_MORE_WORDS = {
    "result": "what build_and_count(hidden, out_features, sample) returns",
    "count": "the count of build_and_count(hidden, out_features, sample)",
    "sample_after": "sample after build_and_count(hidden, out_features, sample)",
    "without_size": "how many parameters of the model have no size yet",
    "training": "model.training, as build_and_count returns it",
    "raised": "build_and_count and using its model",
}
_describe = life.describe_life(
    "model",
    lambda case: "build_and_count({hidden}, {out_features}, sample)[0]".format(**case.inputs),
)


def describe_lazy_first_call(case: Case, facet: str) -> str:
    return _MORE_WORDS.get(facet) or _describe(case, facet)


def show_lazy_first_call(case: Case, facet: str) -> dict[str, Any]:
    return {"shape of sample": tuple(case.inputs["sample"].shape)}


# ---------------------------------------------------------------------------- recognizers


def _uninitialized(evidence: Evidence) -> bool:
    texts = [raised["text"] for raised in evidence.raised()]
    return bool(texts) and all("uninitialized parameter" in text for text in texts)


def _rows_for_features(evidence: Evidence) -> bool:
    """The weight of the first layer has a column for each row of the sample."""
    rows = registered_otherwise(evidence)
    return bool(rows) and all(
        (case.inputs["hidden"], len(case.inputs["sample"])) in answer["registered"]
        for case, answer, _ in rows
    )


_WAITING = f"{NO_PARAMETERS}#error-instead-of-count"
IDEAS = (
    Idea(
        "not-fed",
        "The parameters are counted before they have a size. The layers learn how many numbers "
        "come in from their first batch, so that has to come first.",
        _WAITING,
        when=_uninitialized,
    ),
    Idea(
        "not-two-results",
        "Two things are to be returned together, as a tuple: the model and the count.",
        _WAITING,
        when=lambda e: "result" in e.wrong_facets,
    ),
    Idea(
        "still-lazy",
        "The error is gone, and the model that is returned still has parameters without a size. "
        "A count alone, however it is come by, does not make it ready.",
        _WAITING,
        when=lambda e: "without_size" in e.wrong_facets,
    ),
    Idea(
        "rows-for-features",
        "The number of rows of the sample is taken for the number of features. Features are the "
        "last dimension.",
        f"{EXACTLY}#input-shapes",
        when=_rows_for_features,
    ),
    Idea(
        "count-wrong",
        "The model is ready, and the count is not what its parameters hold: all numbers of "
        "weights and biases.",
        f"{EXACTLY}#counting",
        when=lambda e: e.wrong_facets == {"count"},
    ),
    Idea(
        "left-in-evaluation-mode",
        "The model is left in evaluation mode. What is to be trained comes in training mode.",
        _WAITING,
        when=lambda e: "training" in e.wrong_facets,
    ),
    Idea(
        "another-model",
        "The ReLU between the two layers is missing or has moved.",
        f"{BEND}#what-bends",
        models=(_arranged("hidden", "out"), _arranged("hidden", "out", "relu")),
    ),
    Idea(
        "not-trainable",
        "The model is ready and frozen, so that nothing can be trained.",
        f"{LEARNS}#gradients-reach-it",
        when=life.not_trainable,
    ),
)

LAZY_FIRST_CALL_CHECK = Check(
    name="pitfalls/lazy-first-call",
    takes="build_and_count",
    kind="function",
    parts=(Part("model and count", 0),),
    cases=lazy_first_call_cases,
    reference=build_and_count,
    answers=life.ANSWERS | {"count"},
    ideas=IDEAS,
    describe=describe_lazy_first_call,
    show=show_lazy_first_call,
    derive=life.read_start,
    silent=life.SILENT,
    page=_WAITING,
)
