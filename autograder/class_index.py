"""The class at a glance, for the instructor: whoever needs a person first, then by points."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from autograder import marks, views
from autograder.export import mark
from autograder.files import fitting
from autograder.results import SubmissionResult
from autograder.scrub import clean_line


def index(
    classes: Mapping[str, Mapping[str, SubmissionResult]],
    scores: Mapping[str, Mapping[str, marks.Scores]] | None = None,
    penalties: Mapping[str, Mapping[str, float]] | None = None,
) -> str:
    """The class for the instructor: by assignment, whoever needs a person first, then by points.

    Args:
        classes: results by assignment and student.
        scores: points from the gradebook by assignment, student and check.
        penalties: points taken off for handing in late, by assignment and student.
    """
    sections = []
    for assignment, results in classes.items():
        recorded, late = (scores or {}).get(assignment, {}), (penalties or {}).get(assignment, {})
        rows = [
            _row(student, result, recorded.get(student, {}), late.get(student, 0.0))
            for student, result in results.items()
        ]
        checks = next(iter(results.values())).checks.values() if results else ()
        sections.append(
            {
                "assignment": clean_line(assignment),
                "names": [views.short(check.name) for check in checks],
                "count": len(rows),
                "groups": _groups(rows),
            }
        )
    return views.templates().get_template("index.html.j2").render(sections=sections)


def _row(student: str, result: SubmissionResult, recorded: marks.Scores, penalty: float) -> dict:
    points = marks.scores(result, recorded)
    return {
        "student": clean_line(student) or "(no name)",
        "href": "/".join(
            quote(part.encode("utf-8", "replace"), safe="")
            for part in (fitting(student), result.assignment, f"{result.notebook}.html")
        ),
        "verdict": views.of_submission(result, points),
        "points": mark(result, points, penalty),
        "max": result.max_points,
        "late": penalty,
        "checks": [
            views.of_check(check, points[grade_id]) for grade_id, check in result.checks.items()
        ],
        "each": list(points.values()),
        "notes": _notes(result, points),
    }


def _notes(result: SubmissionResult, points: views.Points) -> list[str]:
    """Why a person is needed, in a line for each check, or why nothing was graded."""
    if result.reason:
        return [clean_line(result.reason)]
    return [
        f"{views.short(check.name)}: {clean_line(check.message) or 'marked for a person'}"
        if check.verdict.needs_person
        else f"{views.short(check.name)}: to be marked by a person"
        for grade_id, check in result.checks.items()
        if points[grade_id] is None
    ]


def _groups(rows: list[dict]) -> list[dict]:
    """``rows`` in the order in which an instructor wants them: open ones, then fewest points."""
    groups = {
        "open": ("A person has to decide", "person"),
        "none": ("No points", "bad"),
        "some": ("Some points", "partly"),
        "all": ("All points", "good"),
    }
    found: dict[str, list[dict]] = {name: [] for name in groups}
    for row in sorted(rows, key=lambda row: (row["points"] or 0.0, row["student"].casefold())):
        points = row["points"]
        found[
            "open" if points is None else "all" if points >= row["max"] else "some" if points
            else "none"
        ].append(row)  # fmt: skip
    return [
        {"id": name, "title": title, "tone": tone, "rows": found[name]}
        for name, (title, tone) in groups.items()
        if found[name]
    ]
