"""What the three checks of drawn numbers share: facets made of samples, and the ideas behind them.

A probe sends the numbers themselves. Which distribution they have is judged here, so that nothing a
submission says about its own numbers counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import torch
from torch import Tensor

from autograder.checks.core import Case, Draw, Evidence, Idea, same
from autograder.checks.init.laws import Law, conforms, describe, distinct, repeats, sample
from autograder.checks.init.pages import GENERATOR, SOURCE, WRITING
from autograder.probes.init import OLD

# What the numbers are like; everything else is about how they got there.
NUMBERS = frozenset({"weight", "bias", "tensor", "together"})
# The numbers themselves, which travel and are never compared.
RAW = frozenset({"first", "second", "third", "memory", "samples"})
ENOUGH = 400  # numbers in all, for a law to be recognized in them

SAME, OTHER = "the same numbers", "other numbers"
WORDS = {
    "names": "which parameters there are, after {call}",
    "weight": "the numbers in layer.weight after {call}",
    "bias": "the numbers in layer.bias after {call}",
    "tensor": "the numbers in tensor after {call}",
    "together": "how often a number of weight or bias occurs again, after {call}",
    "objects": "whether weight and bias are the same Parameter objects after {call}",
    "returned": "what {call} returns",
    "in_place": "what is seen in the memory that was to be filled, after {call}",
    "recorded": "whether autograd has recorded {call}",
    "trained": "requires_grad after {call}",
    "grad": ".grad after {call}",
    "training_after": "layer.training after {call}",
    "global_state_kept": "whether torch's global generator was left alone by {call}",
    "grad_mode_kept": "whether gradients are still off after {call} under no_grad",
    "next_call": "the numbers of a second call, against those of the first",
    "same_seed": "the numbers of a call after the same seed, against those of the first",
    "outcome": "{call} for a tensor with one dimension",
    "refused_after": "the tensor with one dimension afterwards",
}
CALLS = {
    "omitted": "{name}({first})",
    "none": "{name}({first}, generator=None)",
    "by name": "{name}({first}, generator=generator)",
    "by position": "{name}({first}, generator)",
}


def draw_seeds(draw: Draw, count: int) -> Tensor:
    """Seeds in a tensor, in which they do not count for the size of a case."""
    return torch.tensor([draw.random.getrandbits(60) for _ in range(count)])


def describe_filling(name: str, first: str) -> Callable[[Case, str], str]:
    """The words for each facet, with the call as the case made it."""

    def words(case: Case, facet: str) -> str:
        call = CALLS[case.inputs["how"]].format(name=name, first=first)
        return WORDS.get(facet, "{call}").format(call=call)

    return words


Laws = Callable[[Case], Mapping[str, tuple[Law, tuple[int, ...]]]]


def derive_filling(laws: Laws) -> Callable[[Case, dict], dict]:
    """Turns samples into words that are the same for all that conform to the law.

    ``laws(case)`` gives the law and the shape that are due for each tensor by name.
    """

    def derive(case: Case, seen: dict) -> dict:
        facets = dict(seen)
        due = laws(case)
        samples = {name: facets[name] for name in due if name in facets}
        dtype = getattr(torch, case.inputs["dtype"])
        for name, value in samples.items():
            law, shape = due[name]
            if _unfit(value, shape, dtype):
                facets[name], samples[name] = _unfit(value, shape, dtype), None
            else:
                samples[name] = sample(value)
                facets[name] = _told(samples[name], law)
        if len(samples) > 1 and all(isinstance(v, Tensor) for v in samples.values()):
            facets = _inserted(facets, "bias", "together", _together(samples))
        if "first" in facets:
            facets = _inserted(facets, "memory", "in_place", _compared(facets, "memory"))
        if "second" in facets:
            facets["next_call"] = _compared(facets, "second")
        if "third" in facets:
            facets["same_seed"] = _compared(facets, "third")
        facets["samples"] = samples
        return facets

    return derive


def _inserted(facets: dict, after: str, name: str, value: Any) -> dict:
    """``facets`` with one more behind ``after``: feedback shows what is wrong first."""
    result = {}
    for key, found in facets.items():
        result[key] = found
        if key == after:
            result[name] = value
    return result


def _unfit(value: Any, shape: tuple[int, ...], dtype: torch.dtype) -> str:
    """Why ``value`` is nothing that a law could be asked about; "" if it is."""
    if not isinstance(value, Tensor):
        return "no tensor"
    if value.dtype != dtype:
        return f"numbers in {str(value.dtype).removeprefix('torch.')}"
    if tuple(value.shape) != shape:
        return f"numbers in the shape {tuple(value.shape)}"
    return "" if bool(value.isfinite().all()) else "nan or inf among the numbers"


def _told(numbers: Tensor, law: Law) -> str:
    """The law's own words for a sample that conforms to it, otherwise what it looks like."""
    if conforms(numbers, law) and not (law.size and repeats(numbers)):
        return str(law)
    if bool((numbers == OLD).all()):
        return "the numbers from before"
    # No law that is due comes near the old number.
    if bool((numbers == OLD).any()) or numbers[0].item() > OLD / 2:
        return "numbers from before, or with those added"
    return describe(numbers)


def _together(samples: Mapping[str, Tensor]) -> str:
    """Whether one tensor holds numbers of another; what is constant is told by itself."""
    varied = [numbers for numbers in samples.values() if distinct(numbers) > 1]
    if len(varied) < 2 or any(map(repeats, varied)):
        return "none"
    again = repeats(sample(torch.cat(varied)))
    return f"{again} numbers occur again" if again else "none"


def _compared(facets: dict, other: str) -> dict[str, str]:
    """For each tensor whether ``other`` holds the first call's numbers."""
    first, then = facets["first"], facets[other]
    if not isinstance(first, dict) or not isinstance(then, dict):
        return {}
    return {name: SAME if same(then.get(name), value) else OTHER for name, value in first.items()}


# ---------------------------------------------------------------------------- recognizers


def samples_of(evidence: Evidence, name: str) -> list[tuple[Case, Tensor]]:
    return [
        (case, answer["samples"][name])
        for case, answer, _ in evidence.rows()
        if isinstance(answer.get("samples", {}).get(name), Tensor)
    ]


def wrong_names(evidence: Evidence) -> list[str]:
    return [name for name in ("weight", "bias", "tensor") if name in evidence.wrong_facets]


def drawn_from(*candidates: Callable[[Case], Law | None]) -> Callable[[Evidence], bool]:
    """Recognizes another law in all numbers of a tensor that is wrong anywhere.

    If weight and bias are wrong, each in a way of its own, one of the two is enough. A candidate
    returns None where it says nothing about a case.
    """

    def when(evidence: Evidence) -> bool:
        return any(
            _all_from(samples_of(evidence, name), law)
            for name in wrong_names(evidence)
            for law in candidates
        )

    return when


def _all_from(samples: list[tuple[Case, Tensor]], law: Callable[[Case], Law | None]) -> bool:
    told = [(numbers, law(case)) for case, numbers in samples]
    told = [(numbers, due) for numbers, due in told if due is not None]
    count = sum(len(numbers) for numbers, _ in told)
    return count >= ENOUGH and all(conforms(numbers, due) for numbers, due in told)


def text_says(*words: str) -> Callable[[Evidence], bool]:
    """Recognizes by the words with which all exceptions of torch or Python begin or go on."""

    def when(evidence: Evidence) -> bool:
        texts = [f"{raised['type']}: {raised['text']}" for raised in evidence.raised()]
        return bool(texts) and all(any(word in text for word in words) for text in texts)

    return when


def is_wrong(*facets: str) -> Callable[[Evidence], bool]:
    return lambda evidence: bool(evidence.wrong_facets & set(facets))


def says(facet: str, value: str) -> Callable[[Evidence], bool]:
    """Recognizes where ``facet``, a dictionary of words, wrongly says ``value`` of some tensor."""

    def when(evidence: Evidence) -> bool:
        return any(
            isinstance(found, dict) and found.get(name) == value != due[name]
            for _, _, found, due in evidence.wrong_values(facet)
            for name in due
        )

    return when


def _old_numbers(evidence: Evidence) -> bool:
    """Old numbers, and not because an exception came first."""
    return not evidence.raised() and any(
        "from before" in str(found)
        for name in wrong_names(evidence)
        for _, _, found, _ in evidence.wrong_values(name)
    )


def _few_numbers(evidence: Evidence) -> bool:
    """Large samples hold few different numbers: one row for all, say. A bias of 0 is told apart."""
    if "together" in evidence.wrong_facets:
        return True
    large = [
        numbers
        for name in wrong_names(evidence)
        for _, numbers in samples_of(evidence, name)
        if len(numbers) > ENOUGH and (name != "bias" or bool(numbers.any()))
    ]
    return bool(large) and all(
        distinct(numbers) <= 0.75 * len(numbers) and not _piled_up(numbers) for numbers in large
    )


def _piled_up(numbers: Tensor) -> bool:
    """Whether it is one or two numbers only, out of many, that occur again and again."""
    values, counts = numbers.unique_consecutive(return_counts=True)
    return len(values) > 8 and int((counts > 1).sum()) <= 2


def one_sided(evidence: Evidence) -> bool:
    """All large samples of what is wrong lie to one side: none negative, or the mean far off."""
    large = [
        numbers
        for name in wrong_names(evidence)
        for _, numbers in samples_of(evidence, name)
        if len(numbers) > ENOUGH
    ]
    return bool(large) and all(
        numbers[0] >= 0 and numbers[-1] > 0 or numbers.mean() > 0.5 * numbers.std()
        for numbers in large
    )


# ---------------------------------------------------------------------------- shared ideas


def how_ideas() -> tuple[Idea, ...]:
    """Ideas about calling and writing; what is wrong with numbers comes before."""
    return (
        Idea(
            "argument-misplaced",
            "A call fails on its arguments. The signature ends in generator=None; uniform_ and "
            "normal_ take a generator by name only, as generator=generator.",
            GENERATOR,
            when=text_says("positional argument", "unexpected keyword argument 'generator'"),
        ),
        Idea(
            "no-grad-forgotten",
            "autograd does not let a parameter be written into while it records. Write under "
            "`with torch.no_grad():`.",
            WRITING,
            when=text_says("leaf Variable", "a leaf"),
        ),
        Idea(
            "grad-mode-left",
            "Gradients are switched on or off afterwards, for the whole program. "
            "Use `with torch.no_grad():`; it puts back what was.",
            WRITING,
            when=is_wrong("grad_mode_after", "grad_mode_kept"),
        ),
    )


def left_ideas() -> tuple[Idea, ...]:
    """Ideas about what is left behind when the numbers are right."""
    return (
        Idea(
            "graph-recorded",
            "The filling is recorded by autograd, so what was a leaf has become part of a graph. "
            "Write under torch.no_grad().",
            WRITING,
            when=lambda e: any(
                True in found.values() for _, _, found, _ in e.wrong_values("recorded")
            ),
        ),
        Idea(
            "memory-replaced",
            "The tensor is given new memory, by .data = or set_. Whoever looks at the old one, a "
            "view or another tensor over it, goes on seeing the old numbers. Write in place.",
            WRITING,
            when=says("in_place", OTHER),
        ),
        Idea(
            "requires-grad-changed",
            "requires_grad is no longer what it was. Whether something is trained is not the "
            "initializer's affair.",
            WRITING,
            when=is_wrong("trained"),
        ),
        Idea(
            "gradients-changed",
            ".grad is no longer what it was. Only the numbers themselves are to be drawn anew.",
            WRITING,
            when=is_wrong("grad"),
        ),
    )


def source_ideas() -> tuple[Idea, ...]:
    """Ideas about where the random numbers come from."""
    return (
        Idea(
            "reseeded",
            "Two calls in a row give the same numbers. A seed inside, a generator made or copied "
            "for each call, starts the stream anew each time.",
            GENERATOR,
            when=lambda e: not wrong_names(e) and says("next_call", SAME)(e),
        ),
        Idea(
            "global-generator-used",
            "A generator was given, and numbers were drawn from torch's global one, or that one "
            "was seeded. Hand the generator on to every draw.",
            GENERATOR,
            when=is_wrong("global_state_kept"),
        ),
        Idea(
            "other-source",
            "After the same seed there are other numbers, so they do not come from torch's "
            "generator: from numpy, Python's random, or a generator that seeds itself.",
            GENERATOR,
            when=says("same_seed", OTHER),
        ),
    )


OLD_KEPT = Idea(
    "old-values-kept",
    "Numbers from before are still there, at least in some cases: not everything was written, or "
    "it was written into a copy, or added.",
    WRITING,
    when=_old_numbers,
)
ONE_DRAW = Idea(
    "one-draw-for-all",
    "The same numbers stand in many places. Every entry is a draw of its own.",
    SOURCE,
    when=_few_numbers,
)
