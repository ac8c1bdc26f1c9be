"""The sample class, graded end to end by the real engine, gets exactly the expected marks."""

import csv
import json
from functools import partial
from pathlib import Path

import pytest

from autograder import batch, grade, journal, marks, release, runner, sample_class, submissions
from autograder.gradebook import Gradebook

ROOT = Path(__file__).parents[2]
EXPECTED = json.loads((Path(__file__).parent / "sample_class.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """The graded class; its endless loop is cut short sooner than a real one would be."""
    course = tmp_path_factory.mktemp("course")
    sample_class.hand_in(course, ROOT)
    released = release.load(sample_class.ASSIGNMENT, ROOT)
    found, _ = submissions.find(course, released)
    engine = runner.Runner(runner.Limits(cell_seconds=8.0), sandbox=runner.shared().sandbox)
    try:
        batch.grade_class(released, course, found, grade=partial(grade.grade, runner=engine))
    finally:
        engine.close()
    return course


def results(course):
    return journal.read(course, sample_class.ASSIGNMENT)


def test_everybody_gets_a_result(course):
    assert list(results(course)) == list(EXPECTED)


@pytest.mark.parametrize("student", EXPECTED)
def test_verdict_points_and_idea_are_the_expected_ones(course, student):
    result = results(course)[student]
    assert {
        "verdict": result.verdict.value,
        "points": list(marks.scores(result).values()),
        "idea": next((check.idea for check in result.checks.values() if check.idea), None),
    } == EXPECTED[student]


def test_gradebook_and_table_say_the_same(course):
    released = release.load(sample_class.ASSIGNMENT, ROOT)
    with Gradebook(course) as book:
        scores = book.scores(released)
    with open(course / f"{released.assignment}.csv", newline="", encoding="utf-8") as file:
        table = {row["student"]: row for row in csv.DictReader(file)}
    for student, expected in EXPECTED.items():
        points = [scores[student][check.grade_id] for check in released.checks]
        assert points == expected["points"]
        cells = [table[student][check.check] for check in released.checks]
        assert cells == ["" if p is None else str(p) for p in expected["points"]]
