"""The table of marks opens anywhere, runs nothing, and never shows a 0 that nobody decided."""

import csv
import io
from pathlib import Path

import pytest

from autograder import export, release
from autograder.results import Verdict
from autograder.tests import fabricated

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def released():
    return release.load("02-linear-layer", ROOT)


def table(released, results, scores=None):
    return list(csv.reader(io.StringIO(export.csv_table(released, results, scores))))


def test_a_row_holds_verdict_points_and_each_check(released):
    rows = table(released, {"ada": fabricated.result(released, [Verdict.FAILED])})
    assert rows[0][:6] == [
        "student",
        "verdict",
        "points",
        "max",
        "linear-layer/forward",
        "linear-layer/forward verdict",
    ]
    assert rows[1][:6] == ["ada", "partly", "13", "17", "0", "failed"]
    assert len(rows[1]) == 4 + 2 * len(released.checks)


def test_points_in_parts_keep_their_fraction(released):
    outcome = fabricated.result(released, [Verdict.PARTLY], points=[2.5, None, None, None, None])
    row = table(released, {"ada": outcome})[1]
    assert (row[2], row[4]) == ("15.5", "2.5")


@pytest.mark.parametrize("verdict", [v for v in Verdict if v.needs_person])
def test_what_a_person_must_decide_is_empty_and_so_is_the_total(released, verdict):
    row = table(released, {"ada": fabricated.result(released, [verdict])})[1]
    assert (row[2], row[4], row[5]) == ("", "", verdict.value)
    assert row[6] == "2"


def test_a_person_s_mark_fills_the_gap_and_the_total(released):
    outcome = fabricated.result(released, [Verdict.REVIEW])
    row = table(released, {"ada": outcome}, {"ada": {"check-forward": 3.0}})[1]
    assert (row[2], row[4]) == ("16", "3")


@pytest.mark.parametrize(
    "name",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u200b=1", "\x1b[0m=1", "＝1"],
)
def test_no_student_s_name_is_a_formula(released, name):
    row = table(released, {name: fabricated.result(released)})[1]
    assert not row[0].lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
    assert "\n" not in row[0]


@pytest.mark.parametrize("name", ['a "b" c', "a,b", "a;b", "žofie 学生", "O'Neil"])
def test_names_come_back_as_they_were(released, name):
    assert table(released, {name: fabricated.result(released)})[1][0] == name
