"""What a check is made of, and the judge that turns evidence into a result.

A check is one definition: **cases** draw inputs, the **probe** of the same name exercises an object
on a case (`autograder.probes`), a **reference** says through the same probe what is due, and
**ideas** name the ways of being wrong (buggy rules: Brown & Burton, 1978). Trusted code: whoever
can import this holds the answers, so it never runs beside a submission.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import torch
from torch import Tensor

from autograder import probes, wire

Facets = Mapping[str, Any]


class Draw:
    """Fresh numbers from one seed: never zero, never degenerate, never all sizes equal by accident."""

    def __init__(self, seed: int | str | bytes):
        self.random = random.Random(seed)
        self.generator = torch.Generator().manual_seed(self.random.getrandbits(63))

    def tensor(self, *shape: int, dtype: str = "float32") -> Tensor:
        """Magnitudes uniform in [0.25, 1.75), signs at random: no entry is zero or near it."""
        kind = getattr(torch, dtype)
        size = torch.rand(shape, generator=self.generator, dtype=kind) * 1.5 + 0.25
        sign = torch.randint(0, 2, shape, generator=self.generator) * 2 - 1
        return size * sign

    def sizes(self, count: int, low: int = 2, high: int = 7) -> list[int]:
        """``count`` different sizes between ``low`` and ``high``, both included."""
        return self.random.sample(range(low, high + 1), count)

    def number(self, low: float, high: float) -> float:
        return self.random.uniform(low, high)


@dataclass(frozen=True)
class Case:
    """One set of inputs. ``label`` says in words what is special about it, without its numbers."""

    label: str
    inputs: dict[str, Any]
    tags: frozenset[str] = frozenset()

    @property
    def size(self) -> int:
        """Numbers in it: the smallest failing case makes the best example."""
        return sum(v.numel() for v in self.inputs.values() if isinstance(v, Tensor))


@dataclass(frozen=True)
class Part:
    """Points that are earned together: every facet of ``facets`` (all if empty) in every case tagged
    ``tag`` (all if empty) is right. ``needs`` names a part that must be earned first, so that nothing
    is won by an object that only ever refuses."""

    name: str
    points: float
    facets: frozenset[str] = frozenset()
    tag: str = ""
    needs: str = ""

    def covers(self, case: Case, facet: str) -> bool:
        general = facet in GENERAL
        return (not self.tag or self.tag in case.tags) and (
            not self.facets or general or facet in self.facets
        )


# Facets of every probe: they concern all parts of a check.
GENERAL = frozenset({"raised", "kind", "grad_mode_after", "default_dtype_after"})


@dataclass(frozen=True)
class Idea:
    """A named wrong idea. ``models`` are objects built on it, run through the same probe: who answers
    like one of them holds the idea. ``when`` recognises a family that no list of models exhausts."""

    name: str
    hint: str
    page: str
    models: tuple[Any, ...] = ()
    when: Callable[[Evidence], bool] | None = None


@dataclass(frozen=True)
class Check:
    """One exercise's contract, made checkable."""

    name: str  # "linear-layer/forward"; the probe has the same name
    takes: str  # what the learner passes, by its name there: "Linear"
    kind: str  # "class" or "function"
    parts: tuple[Part, ...]
    cases: Callable[[Draw], list[Case]]
    reference: Any
    ideas: tuple[Idea, ...]
    describe: Callable[[Case, str], str]  # the expression that gave a facet: "layer(x)"
    page: str  # where the book teaches this
    inputs: tuple[str, ...] = ()  # the inputs worth showing to a learner
    derive: Callable[[Case, dict], dict] = lambda case, facets: facets
    silent: frozenset[str] = frozenset()  # facets that are evidence only and never wrong
    forbidden: tuple[str, ...] = ()
    version: int = 1

    @property
    def max_points(self) -> float:
        return sum(part.points for part in self.parts)

    def draw(self, seed: int | str | bytes) -> list[Case]:
        """The cases of one run, in an order of their own."""
        draw = Draw(seed)
        cases = self.cases(draw)
        draw.random.shuffle(cases)
        return cases

    def answer(self, candidate: Any, case: Case) -> dict:
        """What the probe sees of ``candidate`` on ``case``, in this process, as it would travel."""
        seen = probes.run(self.name, self.kind, self.forbidden, (candidate,), fresh(case.inputs))
        return wire.decode(wire.encode(seen))


def fresh(inputs: Any) -> Any:
    """A copy whose tensors nobody else holds: a learner's code may write into what it is given."""
    if isinstance(inputs, Tensor):
        return inputs.clone()
    if isinstance(inputs, dict):
        return {key: fresh(value) for key, value in inputs.items()}
    return list(inputs) if isinstance(inputs, list) else inputs


def same(found: Any, due: Any) -> bool:
    """Whether ``found`` is ``due``: the exact type, dtype and shape first, then close values."""
    if isinstance(due, Tensor):
        if not isinstance(found, Tensor) or found.dtype != due.dtype or found.shape != due.shape:
            return False
        return close(found, due)
    if type(found) is not type(due):
        return False
    if isinstance(due, dict):
        return found.keys() == due.keys() and all(same(found[k], due[k]) for k in due)
    if isinstance(due, (list, tuple)):
        return len(found) == len(due) and all(map(same, found, due))
    return bool(found == due)


def close(found: Tensor, due: Tensor) -> bool:
    """torch.testing.assert_close with its defaults for the dtype; NaN is never right."""
    try:
        torch.testing.assert_close(found, due)
    except AssertionError:
        return False
    return True


@dataclass
class Evidence:
    """What one object did on the cases, beside what was due. The judge's desk."""

    check: Check
    cases: Sequence[Case]
    answers: Sequence[dict]
    truths: Sequence[dict]

    @cached_property
    def wrong(self) -> list[list[str]]:
        """For each case its wrong facets, in the order in which the probe reports them."""
        return [
            _differences(self.check, answer, truth)
            for answer, truth in zip(self.answers, self.truths, strict=True)
        ]

    @cached_property
    def wrong_facets(self) -> set[str]:
        return {facet for facets in self.wrong for facet in facets}

    def is_right(self) -> bool:
        return not self.wrong_facets

    def tagged(self, tag: str) -> Evidence:
        """The same desk with only the cases tagged ``tag``."""
        keep = [i for i, case in enumerate(self.cases) if tag in case.tags]
        return Evidence(
            self.check, *([column[i] for i in keep] for column in self._columns())
        )

    def _columns(self) -> tuple[Sequence, Sequence, Sequence]:
        return self.cases, self.answers, self.truths

    def rows(self) -> Iterable[tuple[Case, dict, dict]]:
        return zip(*self._columns(), strict=True)

    def values(self, facet: str) -> Iterable[tuple[Any, Any]]:
        """(found, due) wherever both have the facet."""
        for _, answer, truth in self.rows():
            if facet in answer and facet in truth:
                yield answer[facet], truth[facet]

    def raised(self) -> list[dict]:
        return [answer["raised"] for answer in self.answers if "raised" in answer]


# What an exception leaves behind is its place among the facets, not its wording.
def _coarse(facet: str, value: Any) -> Any:
    return "raised" if facet == "raised" else value


def _differences(check: Check, answer: dict, truth: dict) -> list[str]:
    """The facets in which ``answer`` is not ``truth``. After an exception the rest counts as wrong too,
    but under ``raised`` alone."""
    if not isinstance(answer, dict):
        return ["raised"]
    ignored = check.silent | {"forbidden"}
    if "kind" in answer:
        return ["kind"]
    wrong = ["raised"] if "raised" in answer and "raised" not in truth else []
    missing_is_wrong = "raised" not in answer
    for facet in [*truth, *(f for f in answer if f not in truth)]:
        if facet in ignored or facet == "raised":
            continue
        if facet not in answer:
            if missing_is_wrong:
                wrong.append(facet)
        elif facet not in truth or not same(answer[facet], truth[facet]):
            wrong.append(facet)
    return wrong


def recognise(evidence: Evidence) -> Idea | None:
    """The idea whose signature this is, or None: better silent than a guess.

    Ideas stand from the special to the general. The first ``when`` that holds decides, unless a model
    that stands earlier answers like the learner; among models, the one that explains most.
    """
    best, explained = None, 0
    for idea in evidence.check.ideas:
        if best is None and idea.when is not None and _holds(idea.when, evidence):
            return idea
        for model in idea.models:
            count = _symptoms_shared(evidence, model)
            if count > explained:
                best, explained = idea, count
    return best


def _holds(when: Callable[[Evidence], bool], evidence: Evidence) -> bool:
    """A recogniser reads values of any type and shape; what it cannot read, it does not recognise."""
    try:
        return bool(when(evidence))
    except Exception:
        return False


def _symptoms_shared(evidence: Evidence, model: Any) -> int:
    """How many symptoms of ``model`` the evidence shows: all of them, or the result is 0.

    In each facet where the model is wrong on some case, the learner gives the model's answer on
    *every* case. Facets in which the model is right do not matter: two faults may sit side by side.
    """
    check = evidence.check
    answers, symptoms = [], []
    for case, truth, given in zip(evidence.cases, evidence.truths, evidence.answers, strict=True):
        answers.append(check.derive(case, check.answer(model, case)))
        symptoms.append(_differences(check, answers[-1], truth))
        if not all(_agree(facet, given, answers[-1]) for facet in symptoms[-1]):
            return 0  # most models part ways here, on the first case
    facets = {facet for wrong in symptoms for facet in wrong}
    pairs = list(zip(evidence.answers, answers, strict=True))
    shared = all(_agree(facet, given, answer) for given, answer in pairs for facet in facets)
    return sum(map(len, symptoms)) if shared else 0


def _agree(facet: str, first: dict, second: dict) -> bool:
    absent = object()
    a, b = first.get(facet, absent), second.get(facet, absent)
    if a is absent or b is absent:
        return a is b
    return same(_coarse(facet, a), _coarse(facet, b))


def earned(evidence: Evidence) -> dict[str, bool]:
    """For each part of the check whether its points are earned."""
    got: dict[str, bool] = {}
    for part in evidence.check.parts:
        judged = [
            (case, wrong)
            for case, wrong in zip(evidence.cases, evidence.wrong, strict=True)
            if not part.tag or part.tag in case.tags
        ]
        clean = all(not part.covers(case, facet) for case, wrong in judged for facet in wrong)
        got[part.name] = bool(judged) and clean and got.get(part.needs, True)
    return got


@dataclass
class Registry:
    """All checks by name."""

    checks: dict[str, Check] = field(default_factory=dict)

    def add(self, check: Check) -> Check:
        if check.name in self.checks:
            raise ValueError(f"two checks are called {check.name}")
        self.checks[check.name] = check
        return check
