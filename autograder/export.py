"""The marks as a table: one row a student, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from autograder import marks
from autograder.release import Release
from autograder.results import SubmissionResult
from autograder.scrub import clean_line

# A spreadsheet takes what begins with one of these for a formula (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_table(
    release: Release,
    results: Mapping[str, SubmissionResult],
    scores: Mapping[str, marks.Scores] | None = None,
) -> str:
    """CSV with a header: student, verdict, points, max, then for each check its points and verdict.

    Args:
        release: gives the columns and their order.
        results: the result of each student.
        scores: points from the gradebook, which a person may have changed; they take precedence.

    A cell that a person has still to decide is empty, and so is the total; neither is ever 0.
    """
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    names = [check.check for check in release.checks]
    columns = [column for name in names for column in (name, f"{name} verdict")]
    writer.writerow(["student", "verdict", "points", "max", *columns])
    for student, result in results.items():
        writer.writerow(row(release, student, result, (scores or {}).get(student, {})))
    return text.getvalue()


def row(
    release: Release, student: str, result: SubmissionResult, recorded: marks.Scores
) -> list[str | float]:
    """The fields of one student; points are numbers, or "" where a person has to decide."""
    points = marks.scores(result, recorded)
    cells: list[str | float] = []
    for check in release.checks:
        verdict = result.checks[check.grade_id].verdict.value
        cells += [_number(points[check.grade_id]), defused(verdict)]
    return [
        defused(student),
        defused(result.verdict.value),
        _number(marks.total(result, recorded)),
        _number(release.max_points),
        *cells,
    ]


def defused(text: str) -> str:
    """``text`` in one line, with an apostrophe in front where a spreadsheet would see a formula."""
    # Only afterwards: what is in front of the sign may have been invisible.
    risky = text.startswith(_FORMULA)
    text = clean_line(text)
    return f"'{text}" if risky or text.startswith(_FORMULA) else text


def _number(points: float | None) -> str | float:
    if points is None:
        return ""
    return int(points) if points == int(points) else round(points, 4)
