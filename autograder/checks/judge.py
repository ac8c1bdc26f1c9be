"""The judge: asks for answers case by case, compares them with the truth, and finds the words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from torch import Tensor

from autograder.checks.core import Case, Check, Evidence, Idea, earned, recognise
from autograder.results import Result, Verdict
from autograder.wire import Opaque

SHOWN_NUMBERS = 24  # a tensor with more entries is described by its shape
TEXT_LIMIT = 300  # characters of a learner's own error message


class Stopped(Exception):
    """No answer came: ``verdict`` says how it ended (timeout, killed, missing, grader fault)."""

    def __init__(self, verdict: Verdict, message: str = ""):
        super().__init__(message)
        self.verdict, self.message = verdict, message


def evaluate(
    check: Check, ask: Callable[[Case], dict], seed: int | str | bytes, reveal: bool
) -> Result:
    """The result of ``check`` on the object behind ``ask``, for the cases drawn from ``seed``.

    ``ask(case)`` returns the facets the probe saw, or raises `Stopped`. With ``reveal`` the message
    shows the numbers of the failing case; without, it says the same in words and shapes, since a
    graded case may be somebody else's hidden one.
    """
    cases = check.draw(seed)
    answers = []
    for case in cases:
        try:
            answers.append(_readable(check.derive, case, ask(case)))
        except Stopped as stop:
            return Result(check.name, stop.verdict, 0.0, check.max_points, message=stop.message)
        if _not_written(answers[-1]):
            return _unwritten(check)
    truths = [check.derive(case, check.answer(check.reference, case)) for case in cases]
    return conclude(Evidence(check, cases, answers, truths), reveal)


def _readable(derive: Callable[[Case, dict], dict], case: Case, answer: Any) -> dict:
    """The derived answer; a shape that cannot be derived from stays as it came, and is wrong."""
    try:
        return derive(case, answer)
    except Exception:
        return answer if isinstance(answer, dict) else {}


def _not_written(answer: dict) -> bool:
    raised = answer.get("raised")
    return isinstance(raised, dict) and "NotImplementedError" in (raised.get("bases") or ())


def _unwritten(check: Check) -> Result:
    message = (
        f"`{check.takes}` is not written yet: it raises NotImplementedError. "
        "Replace that line with your code, run the cell, then run this check again."
    )
    return Result(check.name, Verdict.MISSING, 0.0, check.max_points, message=message)


def conclude(evidence: Evidence, reveal: bool) -> Result:
    """Verdict, points and words for what was seen."""
    check = evidence.check
    used = sorted({n for answer in evidence.answers for n in _names(answer.get("forbidden"))})
    if evidence.is_right():
        return _forbidden(check, used) if used else _passed(check, len(evidence.cases))
    if "kind" in evidence.wrong_facets:
        return _wrong_kind(check, evidence)
    parts = earned(evidence)
    points = sum(part.points for part in check.parts if parts[part.name])
    idea = recognise(evidence)
    if used and points:
        points = 0.0  # what is not built oneself earns nothing by being right in part
    verdict = Verdict.PARTLY if points else Verdict.FAILED
    if idea is None and not points and evidence.wrong_facets == {"raised"}:
        verdict = Verdict.ERROR
    story = _story(evidence, reveal)
    page = idea.page if idea else check.page
    kept = [part.name for part in check.parts if parts[part.name]] if points else []
    return Result(
        check.name,
        verdict,
        points,
        check.max_points,
        idea=idea.name if idea else None,
        message=_compose(check, story, idea, kept),
        hint=idea.hint if idea else "",
        page=page,
        **story,
    )


def _names(value: Any) -> list[str]:
    return [str(name)[:80] for name in value] if isinstance(value, list) else []


def _passed(check: Check, tried: int) -> Result:
    message = f"Right on all {tried} cases, drawn afresh for this run."
    return Result(
        check.name, Verdict.PASSED, check.max_points, check.max_points, message=message
    )


def _forbidden(check: Check, used: list[str]) -> Result:
    names = " and ".join(used)
    message = (
        f"The values are right, but your code used {names}, and building that is this exercise's "
        "task. Write it from tensors: `@`, `matmul`, `mm`, `addmm` and `einsum` are fine."
        if "autograd" not in used
        else "The values are right, but your code asked autograd for them, and finding these "
        "gradients yourself is this exercise's task. Write them from tensor products and sums."
    )
    return Result(
        check.name,
        Verdict.REVIEW,
        0.0,
        check.max_points,
        message=message,
        hint=message,
        page=check.page,
    )


def _wrong_kind(check: Check, evidence: Evidence) -> Result:
    found = str(next(a["kind"] for a in evidence.answers if "kind" in a))[:120]
    what = "the class itself" if check.kind == "class" else "the function itself"
    message = (
        f"This check takes {what}, `{check.takes}`, and was given {found}. "
        f'Write `check("{check.name}", {check.takes})`, without parentheses after the name.'
    )
    return Result(
        check.name, Verdict.FAILED, 0.0, check.max_points, message=message, got=found, due=what
    )


def _story(evidence: Evidence, reveal: bool) -> dict[str, str]:
    """What was tried, what came out and what was due, on the smallest case that went wrong."""
    check = evidence.check
    index = min(
        (i for i, wrong in enumerate(evidence.wrong) if wrong),
        key=lambda i: evidence.cases[i].size,
    )
    case, answer, truth = (column[index] for column in evidence._columns())
    facet = evidence.wrong[index][0]
    tried = f"{check.describe(case, facet)}: {case.label}"
    shown = [
        f"{name} = {_value(case.inputs[name], True)}"
        for name in check.inputs
        if reveal and name in case.inputs
    ]
    if shown:
        tried += "\n" + "\n".join(shown)
    if facet == "raised":
        found = answer["raised"] if isinstance(answer.get("raised"), dict) else {}
        text = f": {str(found.get('text', ''))[:TEXT_LIMIT]}" if reveal else ""
        return {"tried": tried, "got": f"{str(found.get('type'))[:80]}{text}", "due": "no error"}
    got, due = _pair(answer.get(facet, Opaque("nothing")), truth.get(facet), reveal)
    return {"tried": tried, "got": got, "due": due}


def _pair(found: Any, due: Any, reveal: bool) -> tuple[str, str]:
    """Both values in words, as far apart as they need to be to see the difference."""
    if isinstance(found, Tensor) and isinstance(due, Tensor):
        if found.shape != due.shape:
            return f"shape {tuple(found.shape)}", f"shape {tuple(due.shape)}"
        if found.dtype != due.dtype:
            return f"dtype {_dtype(found)}", f"dtype {_dtype(due)}"
        if not reveal:
            return "other numbers", "the right shape and dtype, with the right numbers"
    return _value(found, reveal), _value(due, reveal)


def _dtype(value: Tensor) -> str:
    return str(value.dtype).removeprefix("torch.")


def _value(value: Any, reveal: bool) -> str:
    if isinstance(value, Tensor):
        if reveal and value.numel() <= SHOWN_NUMBERS:
            return _rounded(value.tolist())
        return f"a tensor of shape {tuple(value.shape)}, {_dtype(value)}"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_value(v, reveal)}" for key, v in value.items()) or "nothing"
    if isinstance(value, list):
        return "[" + ", ".join(_value(v, reveal) for v in value) + "]"
    return str(value)[:TEXT_LIMIT]


def _rounded(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_rounded, value)) + "]"
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _compose(check: Check, story: dict[str, str], idea: Idea | None, kept: list[str]) -> str:
    lines = [
        f"Tried    {story['tried']}",
        f"Got      {story['got']}",
        f"Due      {story['due']}",
    ]
    lines = [line.replace("\n", "\n         ") for line in lines]
    if idea:
        lines.append(f"The idea behind it: {idea.hint}")
    if kept:
        lines.append(f"Right already: {', '.join(kept)}.")
    return "\n".join(lines)
