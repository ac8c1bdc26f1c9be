"""What a check is made of, and the judge that turns evidence into a result.

A check is one definition: **cases** draw inputs, the **probe** of the same name exercises an object
on a case (`autograder.probes`), a **reference** says through the same probe what is due, and
**ideas** name the ways of being wrong (buggy rules: Brown & Burton, 1978). Trusted code: whoever
can import this holds the answers, so it never runs beside a submission.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import torch
from torch import Tensor

from autograder import probes, wire

Facets = Mapping[str, Any]
Known = dict[tuple[int, int], dict]  # answers by the id of a model and the place of a case


class Draw:
    """Fresh numbers from one seed: never zero, never degenerate, sizes never equal by chance."""

    def __init__(self, seed: int | str | bytes):
        self.random = random.Random(seed)
        self.generator = torch.Generator().manual_seed(self.random.getrandbits(63))

    def tensor(self, *shape: int, dtype: str = "float32") -> Tensor:
        """Magnitudes uniform in [0.25, 1.75), signs at random: no entry is zero or near it."""
        kind = getattr(torch, dtype)
        size = torch.rand(shape, generator=self.generator, dtype=kind) * 1.5 + 0.25
        sign = torch.randint(0, 2, shape, generator=self.generator) * 2 - 1
        return size * sign

    def readable(self, *shape: int) -> Tensor:
        """At most 17 numbers with one decimal, all of different size: good to read in a message."""
        tenths = self.random.sample(range(3, 20), math.prod(shape))
        values = [size / 10 * self.random.choice((-1, 1)) for size in tenths]
        return torch.tensor(values, dtype=torch.float32).reshape(shape)

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
        """How much there is in it: the smallest failing case makes the best example."""
        return sum(map(_extent, self.inputs.values()))


# An empty tensor counts as so many numbers: as an example it shows the least.
_EMPTY = 1000


def _extent(value: Any) -> int:
    """The numbers in a tensor; a size itself; both also inside a list."""
    if isinstance(value, Tensor):
        return value.numel() or _EMPTY
    if isinstance(value, list):
        return sum(map(_extent, value))
    return value if type(value) is int else 0


@dataclass(frozen=True)
class Part:
    """Points that are earned together.

    They are earned where every facet of ``facets`` (all if empty) is right in every case tagged
    ``tag`` (all if empty). ``needs`` names parts that must be earned first, so that nothing is won
    by an object that only ever refuses.
    """

    name: str
    points: float
    facets: frozenset[str] = frozenset()
    tag: str = ""
    needs: tuple[str, ...] = ()

    def covers(self, case: Case, facet: str) -> bool:
        general = facet in GENERAL
        return (not self.tag or self.tag in case.tags) and (
            not self.facets or general or facet in self.facets
        )


# Facets of every probe, about what is left behind: the expressions that they report.
LEFT_BEHIND = {
    "grad_mode_after": "torch.is_grad_enabled() afterwards",
    "default_dtype_after": "torch.get_default_dtype() afterwards",
}
# Facets that concern all parts of a check.
GENERAL = frozenset({"raised", "kind", *LEFT_BEHIND})


@dataclass(frozen=True)
class Idea:
    """A named wrong idea.

    ``models`` are objects built on it, run through the same probe: who answers like one of them
    holds the idea. ``when`` recognizes a family that no list of models exhausts.
    """

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
    answers: frozenset[str]  # the facets that hold what is computed, each from a call of its own
    ideas: tuple[Idea, ...]  # from the special to the general
    describe: Callable[[Case, str], str]  # the expression that gave a facet: "layer(x)"
    page: str  # where the book teaches this
    show: Callable[[Case, str], dict[str, Any]] = lambda case, facet: {}  # the inputs of a facet
    derive: Callable[[Case, dict], dict] = lambda case, facets: facets
    silent: frozenset[str] = frozenset()  # facets that are evidence only and never wrong
    forbidden: tuple[str, ...] = ()
    instead: str = ""  # what to use in the place of the forbidden
    # Rows of words for a table of cases, a header first. None of them may come from the answers.
    report: Callable[[Evidence], list[list[str]]] | None = None
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

    def exam(self, seed: int | str | bytes) -> Exam:
        """The cases of one run and what is due on them."""
        return Exam(self, self.draw(seed))

    def answer(self, candidate: Any, case: Case) -> dict:
        """What the probe sees of ``candidate`` on ``case``, in this process, as it would travel."""
        seen = probes.run(self.name, self.kind, self.forbidden, (candidate,), fresh(case.inputs))
        return wire.decode(wire.encode(seen))

    def model_answer(
        self, model: Any, case: Case, stop: Callable[[str, Any], bool] | None = None
    ) -> dict:
        """The same for an object of ours, whose values need no journey."""
        return self.derive(case, probes.look(self.name, (model,), fresh(case.inputs), stop))


@dataclass(eq=False)  # one is itself, so that what is made from it can be kept beside it
class Exam:
    """The cases drawn from one seed; what is due is computed on first use and then kept."""

    check: Check
    cases: list[Case]
    # What the models of ideas answered, for all who meet this exam; None: it is met only once.
    known: Known | None = None

    @cached_property
    def truths(self) -> list[dict]:
        """What the reference answers, case by case."""
        return [self.check.model_answer(self.check.reference, case) for case in self.cases]

    def evidence(self, answers: Sequence[dict]) -> Evidence:
        """``answers``, one for each case, beside what is due."""
        return Evidence(self.check, self.cases, answers, self.truths, self.known)


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


# rtol and atol of torch.testing.assert_close for each dtype, as its documentation lists them.
_TOLERANCES = {
    torch.float64: (1e-7, 1e-7),
    torch.float32: (1.3e-6, 1e-5),
    torch.float16: (1e-3, 1e-5),
    torch.bfloat16: (1.6e-2, 1e-5),
}


def close(found: Tensor, due: Tensor) -> bool:
    """torch.testing.assert_close with its defaults for the dtype; NaN is never right."""
    if found.shape != due.shape or found.dtype != due.dtype:
        return False
    if torch.equal(found, due):
        return True
    rtol, atol = _TOLERANCES.get(due.dtype, (0.0, 0.0))
    return torch.allclose(found, due, rtol=rtol, atol=atol)


def multiple(found: Any, due: Tensor) -> float | None:
    """The one number by which ``due`` is multiplied to give ``found``; None if there is none."""
    if not isinstance(found, Tensor) or found.shape != due.shape:
        return None
    found, due = found.double(), due.double()
    factor = ((found * due).sum() / (due * due).sum()).item()
    size = due.abs().max().item() * max(1.0, abs(factor))
    return factor if (found - factor * due).abs().max().item() <= 1e-4 * size else None


@dataclass
class Evidence:
    """What one object did on the cases, beside what was due. The judge's desk."""

    check: Check
    cases: Sequence[Case]
    answers: Sequence[dict]
    truths: Sequence[dict]
    known: Known | None = None

    def model_answer(
        self, model: Any, place: int, stop: Callable[[str, Any], bool] | None = None
    ) -> dict:
        """What ``model`` answers on the case at ``place``; cut short by ``stop`` if it is asked for
        this once only."""
        if self.known is None:
            return self.check.model_answer(model, self.cases[place], stop)
        key = id(model), place
        if key not in self.known:
            self.known[key] = self.check.model_answer(model, self.cases[place])
        return self.known[key]

    @cached_property
    def wrong(self) -> list[list[str]]:
        """For each case what was seen and is wrong, in the order in which the probe reports it.

        Where nothing of that kind was seen, what should have been: a probe stops early where going
        on makes no sense, and what it then did not see says nothing of its own.
        """
        return [seen or missing for seen, missing in self._differences]

    @cached_property
    def failures(self) -> list[list[str]]:
        """For each case everything that is not right, seen or not."""
        return [seen + missing for seen, missing in self._differences]

    @cached_property
    def _differences(self) -> list[tuple[list[str], list[str]]]:
        return [_differences(self.check, answer, truth) for _, answer, truth in self.rows()]

    @cached_property
    def wrong_facets(self) -> set[str]:
        return {facet for facets in self.wrong for facet in facets}

    @cached_property
    def wrong_cases(self) -> list[int]:
        """Places of the cases with something wrong, the smallest first."""
        places = [i for i, wrong in enumerate(self.wrong) if wrong]
        return sorted(places, key=lambda i: self.cases[i].size)

    def is_right(self) -> bool:
        return not any(self.wrong)

    def rows(self) -> Iterable[tuple[Case, dict, dict]]:
        """(case, answer, truth) for each case."""
        return zip(self.cases, self.answers, self.truths, strict=True)

    def values(self, facet: str) -> Iterable[tuple[Any, Any]]:
        """(found, due) wherever both have the facet."""
        for _, answer, truth in self.rows():
            if facet in answer and facet in truth:
                yield answer[facet], truth[facet]

    def wrong_values(self, *facets: str) -> Iterable[tuple[Case, str, Any, Any]]:
        """(case, facet, found, due) for what is wrong among ``facets`` (the answers if none)."""
        looked_at = set(facets) or self.check.answers
        for (case, answer, truth), wrong in zip(self.rows(), self.wrong, strict=True):
            for facet in wrong:
                if facet in looked_at and facet in answer:
                    yield case, facet, answer[facet], truth.get(facet)

    def raised(self) -> list[dict]:
        return [answer["raised"] for answer in self.answers if "raised" in answer]


def _differences(check: Check, answer: dict, truth: dict) -> tuple[list[str], list[str]]:
    """The facets in which ``answer`` is not ``truth``: those it has, and those it lacks.

    What an exception cut off is not missing; it counts under ``raised`` alone.
    """
    if not isinstance(answer, dict):
        return ["raised"], []
    if "kind" in answer:
        return ["kind"], []
    ignored = check.silent | {"forbidden", "raised"}
    facets = [f for f in [*truth, *(f for f in answer if f not in truth)] if f not in ignored]
    seen = [f for f in facets if f in answer and not (f in truth and same(answer[f], truth[f]))]
    if "raised" in answer and "raised" not in truth:
        return [*seen, "raised"], []
    return seen, [f for f in facets if f not in answer]


def recognize(evidence: Evidence) -> Idea | None:
    """The idea whose signature this is, or None: better silent than a guess.

    Ideas stand from the special to the general. The first ``when`` that holds decides, unless a
    model before it explains all that is wrong. Among models, the one that errs least where the
    evidence is right; where answers are whole numbers, which agree by chance, it may not err there
    at all. Failing all that, the model that explains one of several wrong facets.
    """
    best, fewest = None, math.inf if _in_real_numbers(evidence) else 1
    no_answer_wrong = not evidence.wrong_facets & evidence.check.answers
    for idea in evidence.check.ideas:
        if idea.when is not None and holds(idea.when, evidence):
            return best or idea
        for model in idea.models:
            if no_answer_wrong or not _explains(evidence, model):
                continue
            excess = _excess(evidence, model)
            if excess < fewest:
                best, fewest = idea, excess
            if not fewest:
                return best
    return best or _recognize_in_part(evidence)


def holds(when: Callable[[Evidence], bool], evidence: Evidence) -> bool:
    """A recognizer reads values of any type and shape; what it cannot read, it does not know."""
    try:
        return bool(when(evidence))
    except Exception:
        return False


def _in_real_numbers(evidence: Evidence) -> bool:
    return any(_weight(due) > 1 for _, _, _, due in evidence.wrong_values())


def _explains(evidence: Evidence, model: Any) -> bool:
    """Whether ``model`` gives each wrong answer of the evidence, at least two telling numbers."""
    telling = 0
    for i in evidence.wrong_cases:
        facets = _symptoms(evidence, i)
        given = evidence.answers[i]

        def parts_ways(facet: str, value: Any, facets=facets, given=given) -> bool:
            return facet in facets and not _agree(facet, given, {facet: value})

        answer = evidence.model_answer(model, i, parts_ways)
        if not all(_agree(facet, given, answer) for facet in facets):
            return False  # most models part ways on the first case
        told = evidence.check.answers.intersection(facets)
        telling += sum(_weight(answer.get(facet)) for facet in told)
    return telling >= 2


def _symptoms(evidence: Evidence, i: int) -> list[str]:
    """What a model has to share in case ``i``: wrong answers, or else the first thing wrong.

    What follows from wrong answers, such as wrong gradients, follows in ways of its own.
    """
    wrong, answers = evidence.wrong[i], evidence.check.answers
    return [facet for facet in wrong if facet in answers or facet == "raised"] or wrong[:1]


def _weight(value: Any) -> int:
    """How much it tells that two values are equal: shapes and None are often equal by chance."""
    if isinstance(value, Tensor):
        return min(2, value.numel()) if value.is_floating_point() else 0
    if isinstance(value, dict):
        return max(map(_weight, value.values()), default=0)
    return int(isinstance(value, (bool, int, float, str)))


def _excess(evidence: Evidence, model: Any) -> int:
    """In how many answers ``model`` is wrong where the evidence is right."""
    count = 0
    for i, (_, answer, truth) in enumerate(evidence.rows()):
        wrong, model_answer = evidence.wrong[i], evidence.model_answer(model, i)
        errs = set().union(*_differences(evidence.check, model_answer, truth))
        right = [f for f in evidence.check.answers if f in answer and f not in wrong]
        count += len(set(right) & errs) + ("raised" in errs and "raised" not in wrong)
    return count


def _recognize_in_part(evidence: Evidence) -> Idea | None:
    """Two faults side by side: the idea whose model wholly explains the most facets.

    Not where the answer is yes or no: what is wrong then is the same with every model that errs.
    """
    best, most = None, 0
    if "raised" in evidence.wrong_facets or _only_yes_or_no(evidence):
        return None
    for idea in evidence.check.ideas:
        for model in idea.models:
            count = len(_facets_explained(evidence, model))
            if count > most:
                best, most = idea, count
    return best


def _only_yes_or_no(evidence: Evidence) -> bool:
    return all(type(due) is bool for _, _, _, due in evidence.wrong_values())


def _facets_explained(evidence: Evidence, model: Any) -> set[str]:
    """The answers that come out wrong, and each time as ``model`` has them."""
    alive = evidence.wrong_facets & evidence.check.answers
    telling = dict.fromkeys(alive, 0)
    for i in evidence.wrong_cases:
        facets = alive & set(evidence.wrong[i])
        if not facets:
            continue
        answer = evidence.model_answer(model, i)
        for facet in facets:
            if _agree(facet, evidence.answers[i], answer):
                telling[facet] += _weight(answer.get(facet))
            else:
                alive.discard(facet)
        if not alive:
            break
    return {facet for facet in alive if telling[facet] >= 2}


def agrees(evidence: Evidence, model: Any, facet: str, places: Sequence[int]) -> bool:
    """Whether ``model`` answers as the evidence does, as far as ``facet`` in these cases goes."""
    return all(_agree(facet, evidence.answers[i], evidence.model_answer(model, i)) for i in places)


def _agree(facet: str, first: dict, second: dict) -> bool:
    """Whether two answers have the same facet; exceptions are alike whatever they say."""
    if facet not in first or facet not in second:
        return (facet in first) == (facet in second)
    return facet == "raised" or same(first[facet], second[facet])


def earned(evidence: Evidence) -> dict[str, bool]:
    """For each part of the check whether its points are earned."""
    got: dict[str, bool] = {}
    for part in evidence.check.parts:
        judged = [
            (case, wrong)
            for case, wrong in zip(evidence.cases, evidence.failures, strict=True)
            if not part.tag or part.tag in case.tags
        ]
        clean = all(not part.covers(case, facet) for case, wrong in judged for facet in wrong)
        got[part.name] = bool(judged) and clean and all(got[name] for name in part.needs)
    return got
