"""Points as they may be shown: a number once settled, and never a 0 while a person is due."""

from __future__ import annotations

from collections.abc import Mapping

from autograder import present
from autograder.results import Result, SubmissionResult, Verdict

# Points by the check cell's grade_id, None where a person is due.
Scores = Mapping[str, float | None]

TONES = {
    Verdict.PASSED: "good",
    Verdict.PARTLY: "partly",
    Verdict.REVIEW: "person",
    Verdict.MALFORMED: "person",
    Verdict.GRADER_FAULT: "person",
}


def tone(verdict: Verdict) -> str:
    """good, partly, person or bad: how a page or a terminal colors ``verdict``."""
    return TONES.get(verdict, "bad")


def sign(verdict: Verdict) -> str:
    """The sign beside the words, so that color is never alone."""
    return "?" if verdict.needs_person else present.SIGNS.get(verdict, "✘")


def settled(result: Result) -> float | None:
    """The points of one check, or None while a person has to decide."""
    return None if result.verdict.needs_person else result.points


def scores(result: SubmissionResult, recorded: Scores | None = None) -> dict[str, float | None]:
    """Points by grade_id; ``recorded`` ones, from the gradebook, take precedence."""
    recorded = recorded or {}
    return {
        grade_id: recorded.get(grade_id, settled(check))
        for grade_id, check in result.checks.items()
    }


def total(result: SubmissionResult, recorded: Scores | None = None) -> float | None:
    """The points of a submission, or None while a person has to decide on any of them."""
    points = scores(result, recorded).values()
    return None if None in points else sum(points)


def of(points: float | None, most: float) -> str:
    """``2.5 of 4``, or ``open, of 4``."""
    return f"{'open,' if points is None else present.points(points)} of {present.points(most)}"


def standing(result: SubmissionResult) -> str:
    """The total in words: ``12 of 16 points``, or ``9 of 13 points so far, 3 to be decided``."""
    waiting = [check for check in result.checks.values() if check.verdict.needs_person]
    most = result.max_points - sum(check.max_points for check in waiting)
    points = sum(check.points for check in result.checks.values() if check not in waiting)
    if not waiting:
        return f"{of(points, most)} points"
    if not most:
        return f"{present.points(result.max_points)} points, to be decided"
    left = present.points(result.max_points - most)
    return f"{of(points, most)} points so far, {left} to be decided"
