"""capstone/initialization: what a new layer holds, and what reset_parameters makes of it.

Judged is the distribution, not the order of draws. False alarms: for each of five layers four
tensors are tested three times (largest number from below, shape, repeats), 60 tests in all, each
of probability 1e-11 at most by `checks.init.laws`; so a right answer is refused with a probability
of at most 6e-10. Numbers that are to differ are compared by five at least, which agree by chance
with 2^-115.
"""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Tensor, nn

from autograder.checks.capstone.pages import INIT, OWN_INIT
from autograder.checks.capstone.reference import (
    INSTEAD,
    Linear,
    is_wrong,
    not_a_module,
)
from autograder.checks.core import Case, Check, Draw, Evidence, Idea, Part, same
from autograder.checks.init.laws import Law, conforms, describe, repeats, sample
from autograder.probes.capstone import OLD
from autograder.probes.watch import LAYERS

CONSTRUCTED, RESET = ("weight", "bias"), ("weight_reset", "bias_reset")
SAME, OTHER, NONE = "the same numbers", "other numbers", "no such numbers"
RAW = frozenset({"first", "same_seed", "other_seed", "reset", "memory", "reset_again"})


def initialization_cases(draw: Draw) -> list[Case]:
    """Five layers: large ones tell distributions apart; two of them end with a frozen weight."""
    few, many = draw.random.randint(2, 4), draw.random.randint(280, 330)
    middle = draw.random.randint(50, 60)
    layers: dict[str, tuple[int, int, dict]] = {
        "few inputs, many outputs": (few, draw.random.randint(2600, 2900), {}),
        "many inputs, few outputs": (many, draw.random.randint(30, 40), {}),
        "float64 as the default dtype": (middle, 3 * middle + 1, {"dtype": "float64"}),
        "as many outputs as inputs, and the weight frozen later": (
            middle,
            middle,
            {"frozen": True},
        ),
        "a small layer, weight frozen later": (*draw.sizes(2, 5, 9), {"frozen": True}),
    }
    return [
        Case(
            label,
            {
                "in_features": in_features,
                "out_features": out_features,
                "dtype": extra.get("dtype", "float32"),
                "frozen": extra.get("frozen", False),
                # In a tensor, in which they do not count for the size of a case.
                "seeds": torch.tensor([draw.random.getrandbits(60) for _ in range(2)]),
                "mark": draw.number(2.0, 3.0),
            },
        )
        for label, (in_features, out_features, extra) in layers.items()
    ]


def _law(case: Case) -> Law:
    return Law("uniform", 1 / math.sqrt(case.inputs["in_features"]))


def derive(case: Case, seen: dict) -> dict:
    """Samples become words that are the same for all that conform to the law."""
    facets: dict[str, Any] = {"samples": {}}
    out_features, in_features = case.inputs["out_features"], case.inputs["in_features"]
    for name, value in seen.items():
        if name in (*CONSTRUCTED, *RESET):
            shape = (out_features, in_features) if name.startswith("weight") else (out_features,)
            facets[name], facets["samples"][name] = _told(case, value, shape)
        elif name == "same_seed":
            facets["same_seed_again"] = _compared(seen, "first", name)
        elif name == "other_seed":
            facets["other_seed_then"] = _compared(seen, "first", name)
        elif name == "memory":
            facets["in_place"] = _compared(seen, "reset", name)
        elif name == "reset_again":
            facets["redrawn"] = _compared(seen, "reset", name)
        elif name not in RAW:
            facets[name] = value
    return facets


def _told(case: Case, value: Any, shape: tuple[int, ...]) -> tuple[str, Tensor | None]:
    """The law's own words for numbers that conform to it, otherwise what they look like."""
    if not isinstance(value, Tensor):
        return "no tensor", None
    if value.dtype != getattr(torch, case.inputs["dtype"]):
        return f"numbers in {str(value.dtype).removeprefix('torch.')}", None
    if tuple(value.shape) != shape:
        return f"numbers in the shape {tuple(value.shape)}", None
    if not bool(value.isfinite().all()):
        return "nan or inf among the numbers", None
    numbers, law = sample(value), _law(case)
    if conforms(numbers, law) and not repeats(numbers):
        return str(law), numbers
    if numbers[-1].item() > OLD / 2 and bool((numbers > OLD / 2).any()):
        return "numbers from before, or with those added", numbers
    return describe(numbers), numbers


def _compared(seen: dict, first: str, then: str) -> dict[str, str]:
    """For weight and bias whether both calls gave the same numbers."""
    one, other = seen.get(first), seen[then]
    if not isinstance(one, dict) or not isinstance(other, dict):
        return {}
    return {name: _relation(value, other.get(name)) for name, value in one.items()}


def _relation(one: Any, other: Any) -> str:
    """Whether ``other`` is the same; what is not of one's kind at all does not count as other."""
    if same(other, one):
        return SAME
    alike = isinstance(one, Tensor) and isinstance(other, Tensor) and one.dtype == other.dtype
    return OTHER if alike and one.shape == other.shape else NONE


_WORDS = {
    "weight": "the numbers in weight of a new layer",
    "bias": "the numbers in bias of a new layer",
    "weight_reset": "the numbers in layer.weight after layer.reset_parameters()",
    "bias_reset": "the numbers in layer.bias after layer.reset_parameters()",
    "same_seed_again": "the numbers of another new layer after the same torch.manual_seed",
    "other_seed_then": "the numbers of another new layer after another torch.manual_seed",
    "subclass": "the numbers in a subclass of Linear that has a reset_parameters of its own",
    "called": "what becomes of layer.reset_parameters()",
    "objects": "whether layer has the same Parameter objects after layer.reset_parameters()",
    "in_place": "what is seen in the old memory, against layer, after layer.reset_parameters()",
    "redrawn": "the numbers of a second layer.reset_parameters(), against those of the first",
    "recorded": "whether autograd has recorded layer.reset_parameters()",
    "trained": "requires_grad of weight and bias after layer.reset_parameters()",
    "grad_after": ".grad of weight and bias after layer.reset_parameters()",
    "raised": "building layer and calling layer.reset_parameters()",
}


def describe_facet(case: Case, facet: str) -> str:
    sizes = f"Linear({case.inputs['in_features']}, {case.inputs['out_features']})"
    return f"{_WORDS.get(facet, facet)}, with layer = {sizes}"


# ---------------------------------------------------------------------------- recognizers


def _numbers(evidence: Evidence, *facets: str) -> list[Tensor]:
    """The samples behind wrong facets of these names."""
    return [
        answer["samples"][facet]
        for (_, answer, _), wrong in zip(evidence.rows(), evidence.wrong, strict=True)
        for facet in facets
        if facet in wrong and isinstance(answer.get("samples", {}).get(facet), Tensor)
    ]


def _bias_zero(evidence: Evidence) -> bool:
    found = _numbers(evidence, "bias", "bias_reset")
    weights = evidence.wrong_facets & {"weight", "weight_reset"}
    zero = [not bool(numbers.any()) for numbers in _numbers(evidence, "bias")]
    return bool(found) and not weights and bool(zero) and all(zero)


def _idle(evidence: Evidence) -> bool:
    """reset_parameters leaves old numbers in place, or gives the same ones twice."""
    new_is_right = not evidence.wrong_facets & set(CONSTRUCTED)
    return new_is_right and is_wrong(*RESET)(evidence)


def _said(*words: str):
    """Recognizes by words in what became of the call, or in every exception before it."""

    def when(evidence: Evidence) -> bool:
        texts = [str(found) for _, _, found, _ in evidence.wrong_values("called")]
        texts = texts or [f"{raised['type']}: {raised['text']}" for raised in evidence.raised()]
        return bool(texts) and all(any(word in text for word in words) for text in texts)

    return when


def _flags(evidence: Evidence) -> bool:
    return evidence.wrong_facets <= {"trained", "recorded", "grad_after"}


def _fixed(evidence: Evidence) -> bool:
    return is_wrong("other_seed_then", "redrawn")(evidence) and not is_wrong(*RESET)(evidence)


def _starting(fill) -> type:
    """The reference with other numbers, from ``fill(layer)`` under no_grad."""

    def reset_parameters(self) -> None:
        with torch.no_grad():
            fill(self)

    return type("Linear", (Linear,), {"reset_parameters": reset_parameters})


def _normal(layer: nn.Module) -> None:
    for parameter in layer.parameters():
        parameter.normal_(0, 1 / math.sqrt(layer.in_features))


def _he(layer: nn.Module) -> None:
    for parameter in layer.parameters():
        bound = math.sqrt(6 / layer.in_features)
        parameter.uniform_(-bound, bound)


INITIALIZATION_IDEAS = (
    Idea(
        "no-grad-forgotten",
        "autograd does not let a parameter be written into while it records. Write under "
        "`with torch.no_grad():`, or with the functions of nn.init.",
        f"{OWN_INIT}#your-own-init",
        when=_said("leaf Variable", "a leaf"),
    ),
    Idea(
        "reset-missing",
        "There is no method reset_parameters. PyTorch's layer has one, and programs call it to "
        "start anew; the constructor calls it, too.",
        f"{OWN_INIT}#reset-parameters",
        when=_said("no attribute 'reset_parameters'"),
    ),
    not_a_module(),
    Idea(
        "bias-zero",
        "The bias starts at zero. PyTorch draws it from the same range as the weight.",
        f"{INIT}#reset-parameters-source",
        when=_bias_zero,
    ),
    Idea(
        "fixed-seed",
        "Every layer gets the same numbers: a seed is set on the way. Draw from the global "
        "generator and leave its seed to the caller.",
        f"{INIT}#own-generator",
        when=_fixed,
    ),
    Idea(
        "reset-replaces",
        "reset_parameters puts something new in the place of the parameters, or of their memory. "
        "An optimizer still holds the old ones: write the numbers into those.",
        f"{OWN_INIT}#reset-parameters",
        when=is_wrong("objects", "in_place"),
    ),
    Idea(
        "another-distribution",
        "The numbers are not drawn as PyTorch draws them: weight and bias uniform, both within "
        "one over the root of the number of inputs.",
        f"{INIT}#reset-parameters-source",
        when=is_wrong(*CONSTRUCTED),
        models=(_starting(_normal), _starting(_he)),
    ),
    Idea(
        "reset-idle",
        "A new layer is as it should be, and reset_parameters does not bring an old one back "
        "there: it leaves numbers as they were, or builds on them.",
        f"{OWN_INIT}#reset-parameters",
        when=_idle,
    ),
    Idea(
        "reset-not-called",
        "A subclass with a reset_parameters of its own does not start with its numbers. The "
        "constructor is to call self.reset_parameters() and to draw nothing else.",
        f"{OWN_INIT}#reset-parameters",
        when=is_wrong("subclass"),
    ),
    Idea(
        "flags-changed",
        "reset_parameters changes more than numbers: what was frozen asks for gradients again, or "
        "autograd has recorded it, or .grad is another.",
        f"{OWN_INIT}#your-own-init",
        when=_flags,
    ),
)

INITIALIZATION_CHECK = Check(
    name="capstone/initialization",
    takes="Linear",
    kind="class",
    parts=(
        Part("a new layer", 2, frozenset({*CONSTRUCTED, "same_seed_again", "other_seed_then"})),
        Part(
            "reset_parameters",
            2,
            frozenset({"called", *RESET, "objects", "in_place", "redrawn", "recorded", "trained"})
            | {"grad_after", "subclass"},
        ),
    ),
    cases=initialization_cases,
    reference=Linear,
    answers=frozenset({*CONSTRUCTED, *RESET}),
    ideas=INITIALIZATION_IDEAS,
    describe=describe_facet,
    derive=derive,
    silent=frozenset({"samples"}),
    page=f"{OWN_INIT}#reset-parameters",
    forbidden=LAYERS,
    instead=INSTEAD,
)
