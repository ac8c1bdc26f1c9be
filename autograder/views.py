"""What pages say of a verdict, a person's decision included; and the templates of the pages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from autograder import marks, present, render
from autograder.export import mark
from autograder.results import Result, SubmissionResult, Verdict
from autograder.scrub import clean_line

Points = Mapping[str, "float | None"]  # by grade_id, None where a person is due


def of_check(check: Result, points: float | None) -> dict:
    """The verdict on ``check`` as words, sign and tone, ``points`` being the gradebook's."""
    if points == marks.settled(check):
        return _of(check.verdict)
    if points is None:  # a person wants to decide
        return _of(Verdict.REVIEW)
    return _of(_by_points(points, check.max_points)) | {"words": "decided by a person"}


def of_submission(result: SubmissionResult, points: Points) -> dict:
    """The verdict on all of it, likewise."""
    if points == marks.scores(result):
        nothing = result.verdict is Verdict.MISSING and unread(result)
        return _of(result.verdict) | ({"words": "nothing handed in"} if nothing else {})
    total = mark(result, points)
    return _of(Verdict.REVIEW if total is None else _by_points(total, result.max_points))


def _of(verdict: Verdict) -> dict:
    return {
        "words": present.WORDS[verdict],
        "sign": marks.sign(verdict),
        "tone": marks.tone(verdict),
    }


def _by_points(points: float, most: float) -> Verdict:
    if points >= most:
        return Verdict.PASSED
    return Verdict.PARTLY if points else Verdict.FAILED


def unread(result: SubmissionResult) -> bool:
    """Whether no cell was run, so that all checks say the same."""
    whole = result.verdict in (Verdict.MALFORMED, Verdict.GRADER_FAULT, Verdict.MISSING)
    return whole and bool(result.reason)


def short(name: str) -> str:
    """The last part of a check's name."""
    return clean_line(name).rpartition("/")[2]


@lru_cache
def templates() -> Environment:
    """All templates; what goes into them is escaped unless it is Markup."""
    environment = Environment(
        loader=PackageLoader("autograder"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"inline_code": render.inline_code, "points": present.points}
    return environment
