"""The sample class, graded end to end by the real engine, gets exactly the points that are due."""

import csv
import json
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from autograder import batch, grade, journal, marks, release, runner, sample_class, submissions
from autograder.gradebook import Gradebook
from autograder.results import Verdict

ROOT = Path(__file__).parents[2]
# The assignment that instructors see graded in the book: verdicts and ideas too.
SHOWN = json.loads((Path(__file__).parent / "sample_class.json").read_text("utf-8"))
ASSIGNMENTS = release.assignments(ROOT)


def graded(course: Path, assignment: str) -> dict:
    """The results of one assignment; endless loops are cut short sooner than real ones."""
    sample_class.hand_in(course, ROOT, only=[assignment])
    released = release.load(assignment, ROOT)
    found, _ = submissions.find(course, released)
    engine = runner.Runner(runner.Limits(cell_seconds=8.0), sandbox=runner.shared().sandbox)
    try:
        batch.grade_class(released, course, found, grade=partial(grade.grade, runner=engine))
    finally:
        engine.close()
    return journal.read(course, assignment)


def due(student: str, released: release.Release) -> dict[str, float | None]:
    """The points of each check by its name."""
    entry = sample_class.work(student, released.assignment).get("due", {})
    return {
        check.grade_id.removeprefix("check-"): check.points for check in released.checks
    } | entry


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_everybody_gets_the_points_that_are_due(assignment, tmp_path):
    results, released = graded(tmp_path, assignment), release.load(assignment, ROOT)
    assert sorted(results) == sorted(sample_class.students())
    points = {
        student: {
            grade_id.removeprefix("check-"): marks.settled(check)
            for grade_id, check in result.checks.items()
        }
        for student, result in results.items()
    }
    assert points == {student: due(student, released) for student in points}
    assert not [s for s, r in results.items() if r.verdict is Verdict.GRADER_FAULT]
    if assignment == sample_class.ASSIGNMENT:
        shown_in_the_book(results)
        gradebook_and_table_say_the_same(tmp_path, released, points)


def shown_in_the_book(results: dict) -> None:
    for student, expected in SHOWN.items():
        result = results[student]
        assert {
            "verdict": result.verdict.value,
            "points": list(marks.scores(result).values()),
            "idea": next((check.idea for check in result.checks.values() if check.idea), None),
        } == expected


def gradebook_and_table_say_the_same(course: Path, released: release.Release, points: dict) -> None:
    with Gradebook(course) as book:
        scores = book.scores(released)
    with open(course / f"{released.assignment}.csv", newline="", encoding="utf-8") as file:
        table = {row["student"]: row for row in csv.DictReader(file)}
    for student, expected in points.items():
        assert [scores[student][check.grade_id] for check in released.checks] == list(
            expected.values()
        )
        cells = [table[student][check.check] for check in released.checks]
        assert [float(cell) if cell else None for cell in cells] == list(expected.values())


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_the_class_holds_every_kind_of_work(assignment):
    work = [sample_class.work(student, assignment) for student in sample_class.students()]
    released = release.load(assignment, ROOT)
    kinds = Counter(
        entry.get("hands_in") or next(iter(entry.keys() & {"below", "answers", "sample"}), "right")
        for entry in work
    )
    assert len(work) == 30 and kinds["right"] >= 1
    assert {"nothing", "half a file", "the exercise", "below", "answers"} <= set(kinds)
    # Nobody who wrote something wrong is due everything, but who only did what is hostile may be,
    # and so may who went wrong in an extra, which gives no points.
    with_points = {check.grade_id.removeprefix("check-") for check in released.checks}
    for entry in work:
        harmless = entry.keys() <= {"below", "answers"} and not with_points & {
            *entry.get("answers", ())
        }
        assert "due" in entry or harmless
