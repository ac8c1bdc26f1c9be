"""The judge: asks for answers case by case, compares them with the truth, and finds the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor

from autograder.checks.core import (
    LEFT_BEHIND,
    Case,
    Check,
    Evidence,
    Exam,
    Idea,
    agrees,
    earned,
    holds,
    recognize,
    same,
)
from autograder.results import Result, Verdict
from autograder.wire import Opaque

SHOWN_NUMBERS = 24  # a tensor with more entries is described by its shape
SHOWN_INSTEAD = 3  # other things wrong that are tried for an example of the idea that is named
SHOWN_ITEMS = 6  # of a list or tuple
TEXT_LIMIT = 300  # characters of a learner's own error message


class Stopped(Exception):
    """No answer came: ``verdict`` says how it ended (timeout, killed, missing, grader fault)."""

    def __init__(self, verdict: Verdict, message: str = ""):
        super().__init__(message)
        self.verdict, self.message = verdict, message


def evaluate(exam: Exam, ask: Callable[[Case], dict], reveal: bool, name: bool = True) -> Result:
    """The result of one check on the object behind ``ask``, on the cases of ``exam``.

    ``ask(case)`` returns the facets the probe saw, or raises `Stopped`. With ``reveal`` the message
    shows the numbers of the failing case; without, only what is special about it, since a graded
    case may be somebody else's hidden one. Without ``name`` nothing is said of the idea behind a
    wrong answer, which takes longest to find.
    """
    check, answers = exam.check, []
    for case in exam.cases:
        try:
            answers.append(_readable(check.derive, case, tidy(ask(case))))
        except Stopped as stop:
            return Result(check.name, stop.verdict, 0.0, check.max_points, message=stop.message)
        if _not_written(answers[-1]):
            return _unwritten(check)
    return conclude(exam.evidence(answers), reveal, name)


def tidy(answer: Any) -> dict:
    """``answer`` as a probe could have given it: what the judge itself reads has its due type.

    The values of facets stay as they are, since they are only ever compared.
    """
    if not isinstance(answer, dict):
        return {"raised": {"type": "no answer", "bases": [], "text": ""}}
    answer = dict(answer)
    if "raised" in answer:
        found = answer["raised"] if isinstance(answer["raised"], dict) else {}
        bases = found.get("bases")
        answer["raised"] = {
            "type": str(found.get("type", "an error"))[:80],
            "bases": [str(name)[:80] for name in bases[:20]] if isinstance(bases, list) else [],
            "text": str(found.get("text", ""))[:TEXT_LIMIT],
            "stub": found.get("stub") is True,
        }
    if "forbidden" in answer:
        answer["forbidden"] = _names(answer["forbidden"])
    if "kind" in answer:
        answer["kind"] = str(answer["kind"])[:120] or "something else"
    return answer


def _readable(derive: Callable[[Case, dict], dict], case: Case, answer: Any) -> dict:
    """The derived answer; a shape that cannot be derived from stays as it came, and is wrong."""
    try:
        return derive(case, answer)
    except Exception:
        return answer if isinstance(answer, dict) else {}


def _not_written(answer: dict) -> bool:
    raised = answer.get("raised")
    return isinstance(raised, dict) and raised.get("stub") is True


def _unwritten(check: Check) -> Result:
    message = (
        f"`{check.takes}` is not written yet: it raises NotImplementedError. "
        "Replace that line with your code, run the cell, then run this check again."
    )
    return Result(check.name, Verdict.MISSING, 0.0, check.max_points, message=message)


def conclude(evidence: Evidence, reveal: bool, name: bool = True) -> Result:
    """Verdict, points and words for what was seen, with the table of cases if the check has one."""
    result, report = _concluded(evidence, reveal, name), evidence.check.report
    return result if report is None else replace(result, table=report(evidence))


def _concluded(evidence: Evidence, reveal: bool, name: bool) -> Result:
    check = evidence.check
    named = {name for answer in evidence.answers for name in _names(answer.get("forbidden"))}
    used = sorted(named.intersection(check.forbidden))
    if "kind" in evidence.wrong_facets:
        return _wrong_kind(check, evidence, reveal)
    if used and _only_not_self_made(evidence):
        return _forbidden(check, used, evidence.is_right())
    if evidence.is_right():
        return _passed(check, len(evidence.cases))
    parts = earned(evidence)
    kept = [] if used else [part for part in check.parts if parts[part.name]]
    points = sum(part.points for part in kept)
    idea = recognize(evidence) if name else None
    said = _without_numbers(evidence) or (idea.hint if idea else "")
    story = _story(evidence, reveal, idea)
    also = f"Your code also used {' and '.join(used)}; this exercise does without." if used else ""
    return Result(
        check.name,
        _verdict(evidence, points),
        points,
        check.max_points,
        idea=idea.name if idea else None,
        message=_compose(story, said, [part.name for part in kept], also),
        hint=f"{said} {also}".strip(),
        page=idea.page if idea else check.page,
        **story,
    )


# Tensors that hold no numbers to compare, by the words with which they travel.
_NO_NUMBERS = {
    "meta)": "What comes back is on the meta device: it has a shape and a dtype, and no numbers. "
    "Make it on the device of what is given.",
    "sparse": "What comes back is a sparse tensor. Return an ordinary one: to_dense() makes it.",
}


def _without_numbers(evidence: Evidence) -> str:
    """A sentence of its own for an answer that is a tensor and cannot be compared."""
    kinds = [
        found.kind
        for _, _, found, _ in evidence.wrong_values()
        if isinstance(found, Opaque) and found.kind.startswith("tensor (")
    ]
    return next((words for mark, words in _NO_NUMBERS.items() if any(mark in k for k in kinds)), "")


def _verdict(evidence: Evidence, points: float) -> Verdict:
    if points:
        return Verdict.PARTLY
    return Verdict.ERROR if evidence.wrong_facets == {"raised"} else Verdict.FAILED


def _names(value: Any) -> list[str]:
    return [str(name)[:80] for name in value] if isinstance(value, list) else []


def _only_not_self_made(evidence: Evidence) -> bool:
    """Whether no answer is wrong, so that what is wrong comes with the forbidden: other parameter
    names with a layer inside, no way back through what autograd returned."""
    answered = any(evidence.check.answers & answer.keys() for answer in evidence.answers)
    cut_short = "raised" in evidence.wrong_facets and not answered
    return not cut_short and not evidence.wrong_facets & evidence.check.answers & {
        facet for answer in evidence.answers for facet in answer
    }


def _passed(check: Check, tried: int) -> Result:
    message = f"Right on all {tried} cases, drawn afresh for this run."
    return Result(check.name, Verdict.PASSED, check.max_points, check.max_points, message=message)


def _forbidden(check: Check, used: list[str], right: bool) -> Result:
    opening = "The values are right, but your code used" if right else "Your code used"
    message = (
        f"{opening} {' and '.join(used)}, and building that yourself is this exercise's task. "
        f"{check.instead}"
    ).strip()
    return Result(
        check.name,
        Verdict.REVIEW,
        0.0,
        check.max_points,
        idea="forbidden",
        message=message,
        hint=message,
        page=check.page,
    )


def _wrong_kind(check: Check, evidence: Evidence, reveal: bool) -> Result:
    found = str(next(a["kind"] for a in evidence.answers if "kind" in a))[:120]
    found = found if reveal else "something else"
    what = "the class itself" if check.kind == "class" else "the function itself"
    message = (
        f"This check takes {what}, `{check.takes}`, and was given {found}. "
        f'Write `check("{check.name}", {check.takes})`, without parentheses after the name.'
    )
    return Result(
        check.name, Verdict.FAILED, 0.0, check.max_points, message=message, got=found, due=what
    )


def _story(evidence: Evidence, reveal: bool, idea: Idea | None = None) -> dict[str, str]:
    """What was tried, what came out and what was due, on the smallest case that tells."""
    check, (case, answer, truth, facet) = evidence.check, _telling(evidence)
    if reveal and idea and not _is_about(evidence, facet, idea):
        others = evidence.wrong_facets - {facet}
        for other in sorted(others, key=[*truth, *others].index)[:SHOWN_INSTEAD]:
            if _is_about(evidence, other, idea):
                case, answer, truth, facet = _telling(_only(evidence, other))
                break
    if not reveal:
        # No word of the learner's process: a type's name or a shape can carry a hidden case out.
        raised = facet == "raised"
        got, due = ("an exception", "none") if raised else ("another answer", "the right one")
        return {"tried": case.label, "got": got, "due": due}
    tried = f"{LEFT_BEHIND.get(facet) or check.describe(case, facet)}: {case.label}"
    shown = check.show(case, facet).items()
    tried = "\n".join([tried, *(f"{name} = {_value(value)}" for name, value in shown)])
    if facet == "raised":
        return {"tried": tried, "got": _error(answer["raised"]), "due": "no error"}
    got, due = _pair(answer.get(facet, Opaque("nothing")), truth.get(facet))
    return {"tried": tried, "got": got, "due": due}


def _is_about(evidence: Evidence, facet: str, idea: Idea) -> bool:
    """Whether ``facet`` is wrong in the way of ``idea``, by one of its models or its recognizer."""
    places = [i for i, wrong in enumerate(evidence.wrong) if facet in wrong]
    return (
        evidence.wrong_facets == {facet}
        or any(agrees(evidence, model, facet, places) for model in idea.models)
        or (idea.when is not None and holds(idea.when, _only(evidence, facet)))
    )


def _only(evidence: Evidence, facet: str) -> Evidence:
    """The same answers, right but for ``facet``: where there are two faults, one of them alone."""

    def mended(answer: dict, truth: dict) -> dict:
        if facet == "raised":
            return answer if "raised" in answer else truth
        if "raised" in answer:
            return truth
        seen = answer.items()
        return {name: value if name == facet else truth.get(name, value) for name, value in seen}

    answers = list(map(mended, evidence.answers, evidence.truths))
    return replace(evidence, answers=answers)


def _telling(evidence: Evidence) -> tuple[Case, dict, dict, str]:
    """Case, answer, truth and facet that show best what is wrong.

    What costs the first points that are not earned; an answer before an exception, unless nearly
    all is exceptions; what the probe saw early before what came later; and the smallest case.
    """
    parts = evidence.check.parts
    rows = [
        (case, answer, truth, wrong[0])
        for (case, answer, truth), wrong in zip(evidence.rows(), evidence.wrong, strict=True)
        if wrong
    ]
    raised = sum(row[3] == "raised" for row in rows) > 0.75 * len(rows)

    def rank(row: tuple[Case, dict, dict, str]) -> tuple[int, bool, int, int]:
        case, _, truth, facet = row
        part = next((i for i, part in enumerate(parts) if part.covers(case, facet)), len(parts))
        return part, (facet == "raised") != raised, [*truth, facet].index(facet), case.size

    return min(rows, key=rank)


def _error(raised: dict) -> str:
    return f"{raised['type']}: {raised['text']}" if raised["text"] else raised["type"]


def _pair(found: Any, due: Any) -> tuple[str, str]:
    """Both values in words, as far apart as they need to be to see the difference."""
    if isinstance(found, Tensor) and isinstance(due, Tensor):
        return _tensors(found, due)
    if isinstance(found, dict) and isinstance(due, dict) and found.keys() == due.keys():
        return _first_difference([(f"{k}: ", found[k], due[k]) for k in due])
    if isinstance(found, list) and isinstance(due, list) and len(found) == len(due):
        return _first_difference([("", f, d) for f, d in zip(found, due, strict=True)])
    if type(found) is not type(due):
        return _typed(found, due), _typed(due, found)
    return _value(found), _value(due)


def _tensors(found: Tensor, due: Tensor) -> tuple[str, str]:
    if found.shape != due.shape:
        return f"shape {tuple(found.shape)}", f"shape {tuple(due.shape)}"
    if found.dtype != due.dtype:
        return f"dtype {_dtype(found)}", f"dtype {_dtype(due)}"
    start = ""
    if due.numel() > SHOWN_NUMBERS:
        apart = (found.double() - due.double()).abs().nan_to_num(torch.inf)
        place = torch.unravel_index(apart.argmax(), apart.shape)
        start = f"entry {[int(i) for i in place]} of shape {tuple(due.shape)}: "
        found, due = found[place], due[place]
    digits = next((d for d in (4, 7, 12) if _rounded(found, d) != _rounded(due, d)), 17)
    return start + _rounded(found, digits), start + _rounded(due, digits)


def _first_difference(entries: list[tuple[str, Any, Any]]) -> tuple[str, str]:
    for name, found, due in entries:
        if not same(found, due):
            got, wanted = _pair(found, due)
            return name + got, name + wanted
    return "other values", "the right values"


def _dtype(value: Tensor) -> str:
    return str(value.dtype).removeprefix("torch.")


def _typed(value: Any, other: Any) -> str:
    """A value together with its type, where the type is what is wrong with one of the two."""
    plain = value is None or isinstance(value, Opaque) or other is None
    if plain or _is_told(value) or _is_told(other) or _is_shape(value) or _is_shape(other):
        return _value(value)
    kind = _article(type(value).__name__.lower())
    return f"{_value(value)} ({kind})"


def _is_shape(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(size, int) for size in value)


def _is_told(value: Any) -> bool:
    """Whether a probe has put what came back into words already."""
    return isinstance(value, str) and value.startswith("a value of type ")


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _value(value: Any) -> str:
    if isinstance(value, Tensor):
        if value.numel() <= SHOWN_NUMBERS:
            return _rounded(value, 4)
        return f"a tensor of shape {tuple(value.shape)}, {_dtype(value)}"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_value(v)}" for key, v in value.items()) or "nothing"
    if isinstance(value, tuple) and len(value) == 1:
        return f"({_value(value[0])},)"
    if isinstance(value, (list, tuple)):
        opening, closing = "[]" if isinstance(value, list) else "()"
        more = ", …" if len(value) > SHOWN_ITEMS else ""
        shown = ", ".join(_value(v) for v in value[:SHOWN_ITEMS])
        return f"{opening}{shown}{more}{closing}"
    return _number(value) if isinstance(value, (int, float)) else str(value)[:TEXT_LIMIT]


def _number(value: float, digits: int = 4) -> str:
    if isinstance(value, float):
        return f"{value:.{digits}g}"
    huge = isinstance(value, int) and value.bit_length() > 200
    return "a number with more than 60 digits" if huge else str(value)


def _rounded(value: Tensor, digits: int) -> str:
    """The numbers of a tensor as nested lists, with ``digits`` significant digits."""

    def text(items: Any) -> str:
        if isinstance(items, list):
            return "[" + ", ".join(map(text, items)) + "]"
        return _number(items, digits)

    return text(value.tolist())


def _compose(story: dict[str, str], said: str, kept: list[str], also: str) -> str:
    lines = [
        f"Tried    {story['tried']}",
        f"Got      {story['got']}",
        f"Due      {story['due']}",
    ]
    lines = [line.replace("\n", "\n         ") for line in lines]
    if said:
        lines.append(f"The idea behind it: {said}")
    if kept:
        lines.append(f"Right already: {', '.join(kept)}.")
    if also:
        lines.append(also)
    return "\n".join(lines)
