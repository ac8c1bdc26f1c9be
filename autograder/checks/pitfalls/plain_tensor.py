"""pitfalls/plain-tensor: a weight that is scaled after it was made a parameter, mended.

The first values are judged by one layer with 4,096 inputs and one output, whose weights should be a
tenth of standard normal numbers. Two things are asked of them. Their root mean square lies between
0.085 and 0.115: its standard deviation is 0.1/√8192 = 0.0011, so an honest layer fails by 13 of
those, with a probability below 1e-37. And the largest is more than 2.5 times the root mean square,
which evenly drawn numbers never are (their bound is √3 of it). With a root mean square of at most
0.107, 6.3 deviations from 0.1 (probability below 1e-9), the largest has to pass 0.2675, and
4,096 normal numbers all stay below 2.675 deviations with a probability of 0.99253^4096 < 1e-13.
Both false alarms together are below 1e-9.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part
from autograder.checks.pitfalls import life
from autograder.checks.pitfalls.life import life_case, registered_otherwise
from autograder.checks.pitfalls.pages import EXACTLY, LEARNABLE, LEARNS, NO_PARAMETERS

WIDE = 4096
SMALL = "a tenth of standard normal numbers"


class SmallLinear(nn.Module):
    """The reference: small numbers first, wrapped last."""

    def __init__(self, in_features: int, out_features: int):
        super().__init__()
        self.weight = nn.Parameter(0.1 * torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x: Tensor) -> Tensor:
        return x @ self.weight.T + self.bias


class _ScaledInForward(SmallLinear):
    def forward(self, x: Tensor) -> Tensor:
        return x @ (0.1 * self.weight).T + self.bias


class _WithoutBias(SmallLinear):
    def forward(self, x: Tensor) -> Tensor:
        return x @ self.weight.T


class _SquareUntransposed(SmallLinear):
    def forward(self, x: Tensor) -> Tensor:
        square = self.weight.shape[0] == self.weight.shape[1]
        return x @ (self.weight if square else self.weight.T) + self.bias


def plain_tensor_cases(draw: Draw) -> list[Case]:
    """Seven layers, one of them large enough for its first values to be judged."""
    (a, b, c), (d, e, m) = draw.sizes(3), draw.sizes(3)
    return [
        _case(draw, "more inputs than outputs", max(a, b), min(a, b), c),
        _case(draw, "more outputs than inputs", min(d, e), max(d, e), m, "float64"),
        _case(draw, "as many outputs as inputs", c, c, a, "float64"),
        _case(draw, "as many outputs as inputs and rows", m, m, m),
        _case(draw, "a batch of one row", e, b, 1),
        _case(draw, "one output", d, 1, 3),
        _case(draw, "4096 inputs", WIDE, 1, 2),
    ]


def _case(draw: Draw, label: str, n: int, m: int, rows: int, dtype: str = "float32") -> Case:
    build = {"in_features": n, "out_features": m}
    parameters = {"weight": (m, n), "bias": (m,)}
    return life_case(draw, label, build, parameters, (rows, n), (rows, m), dtype=dtype, named=True)


def _read_start(case: Case, facets: dict) -> dict:
    """What the first values say about the distribution that they come from."""
    facets = life.read_start(case, facets)
    first = facets.pop("first_values", None)
    if first is not None:
        facets["bias_start"] = bool((first["bias"] == 0).all())
        facets["weight_dtype"] = str(first["weight"].dtype).removeprefix("torch.")
        if first["weight"].numel() == WIDE:
            facets["weight_start"] = _distribution(first["weight"].double())
    return facets


def _distribution(weight: Tensor) -> str:
    size, largest = weight.pow(2).mean().sqrt().item(), weight.abs().max().item()
    if size > 0.115:
        return "numbers that are too large"
    return SMALL if size > 0.085 and largest > 2.5 * size else "numbers drawn in another way"


# ---------------------------------------------------------------------------- recognizers


def _weight_missing(evidence: Evidence) -> list[dict]:
    """The answers in which no parameter is called weight."""
    return [a for _, a, _ in registered_otherwise(evidence) if "weight" not in a["registered"]]


def _buffer(evidence: Evidence) -> bool:
    rows = _weight_missing(evidence)
    return bool(rows) and all("weight" in answer.get("buffers", ()) for answer in rows)


def _other_name(evidence: Evidence) -> bool:
    rows = _weight_missing(evidence)
    return bool(rows) and all(set(a["registered"]) - {"weight", "bias"} for a in rows)


def _plain(evidence: Evidence) -> bool:
    rows = _weight_missing(evidence)
    return bool(rows) and all("weight" in answer.get("tensors_kept", ()) for answer in rows)


def _in_out(evidence: Evidence) -> bool:
    rows = registered_otherwise(evidence)
    return bool(rows) and all(
        answer["registered"].get("weight") == truth["registered"]["weight"][::-1]
        for _, answer, truth in rows
    )


def _start_is(evidence: Evidence, words: str) -> bool:
    return any(found == words for found, _ in evidence.values("weight_start"))


def _another_weight(evidence: Evidence) -> bool:
    """With the bias taken off, the answer is the one from before any value was written."""
    rows = [
        (case, answer)
        for (case, answer, _), wrong in zip(evidence.rows(), evidence.wrong, strict=True)
        if "y" in wrong
    ]
    unmoved = all(
        torch.allclose(a["y"] - case.inputs["values"]["bias"], a["y_initial"], atol=1e-4)
        for case, a in rows
    )
    restless = all(not torch.allclose(a["y"], a["y_again"], atol=1e-4) for _, a in rows)
    return len(rows) > 1 and (unmoved or restless)


IDEAS = (
    Idea(
        "returns-nothing",
        "forward returns None. Its last line has to return the result.",
        f"{LEARNABLE}#built-from-tensors",
        when=life.returns_nothing,
    ),
    Idea(
        "other-name",
        "What is learned goes by another name, and weight is only made from it. The numbers that "
        "the layer uses have to be a parameter themselves, called weight.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=_other_name,
    ),
    Idea(
        "symptom-hidden",
        "parameters() has been made to list the weight, which is still not registered: it is "
        "neither saved nor loaded nor converted.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=life.symptom_hidden,
    ),
    Idea(
        "buffer",
        "The weight is a buffer. A buffer is saved and moved with the module, and no optimizer "
        "ever gets it: only an nn.Parameter is learned.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=_buffer,
    ),
    Idea(
        "plain-tensor",
        "weight is a plain tensor. Whatever is made from a Parameter, by a product or a "
        "conversion, is a tensor again, and requires_grad alone registers nothing: wrap last.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=_plain,
    ),
    Idea(
        "stored-in-out",
        "The weight lies the wrong way round, or is used so where it is square. It has a row for "
        "each output, (out, in), and is transposed in the product.",
        f"{EXACTLY}#weight-shape",
        models=(_SquareUntransposed,),
        when=_in_out,
    ),
    Idea(
        "scale-in-forward",
        "The factor of 0.1 is applied in each call. It belongs to the first values alone: weight "
        "has to hold the numbers that are used.",
        f"{NO_PARAMETERS}#zero-not-registered",
        models=(_ScaledInForward,),
    ),
    Idea(
        "set-by-hand",
        "The first weights are not drawn anew: they are all equal, or the same in every layer. "
        "What a layer is to start with are random numbers, a tenth of standard normal ones.",
        f"{LEARNABLE}#built-from-tensors",
        when=life.set_by_hand,
    ),
    Idea(
        "not-small",
        "The weight is registered now, and it starts too large: the factor of 0.1 went away with "
        "the symptom, or became another one.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=lambda e: _start_is(e, "numbers that are too large"),
    ),
    Idea(
        "not-normal",
        "The first weights are drawn in another way than asked for. They should be a tenth of "
        "standard normal numbers, with a standard deviation of 0.1.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=lambda e: _start_is(e, "numbers drawn in another way"),
    ),
    Idea(
        "bias-lost",
        "The bias is not added, or does not start at zero. Mending the weight is no reason to "
        "change it.",
        f"{EXACTLY}#bias-shape",
        models=(_WithoutBias,),
        when=lambda e: "bias_start" in e.wrong_facets,
    ),
    Idea(
        "not-the-one-used",
        "There is a parameter called weight, and forward computes with other numbers: what is "
        "written into it does not show in the answer.",
        f"{NO_PARAMETERS}#zero-not-registered",
        when=_another_weight,
    ),
    Idea(
        "not-trainable",
        "The weight is a parameter, and no gradient reaches it: it is frozen, or used past "
        "autograd.",
        f"{LEARNS}#gradients-reach-it",
        when=life.not_trainable,
    ),
)

_describe = life.describe_life(
    "layer",
    lambda case: f"SmallLinear({case.inputs['in_features']}, {case.inputs['out_features']})",
)
_MORE_WORDS = {
    "bias_start": "whether the bias starts at zero",
    "weight_start": "what the weight starts with",
    "weight_dtype": "the dtype of the weight",
}


def describe_plain_tensor(case: Case, facet: str) -> str:
    if facet in _MORE_WORDS:
        n, m = case.inputs["in_features"], case.inputs["out_features"]
        return f"{_MORE_WORDS[facet]}, in SmallLinear({n}, {m})"
    return _describe(case, facet)


PLAIN_TENSOR_CHECK = Check(
    name="pitfalls/plain-tensor",
    takes="SmallLinear",
    kind="class",
    parts=(Part("the layer", 2),),
    cases=plain_tensor_cases,
    reference=SmallLinear,
    answers=life.ANSWERS,
    ideas=IDEAS,
    describe=describe_plain_tensor,
    show=life.show_life,
    derive=_read_start,
    silent=life.SILENT,
    page=f"{NO_PARAMETERS}#zero-not-registered",
)
