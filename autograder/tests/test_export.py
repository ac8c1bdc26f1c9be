"""The tables of marks open anywhere, run nothing, and never show a 0 that nobody decided."""

import csv
import io
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder import export, release
from autograder.errors import UserError
from autograder.results import Verdict
from autograder.scrub import clean_line
from autograder.tests import fabricated

ROOT = Path(__file__).parents[2]
CANVAS = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
ADA = {
    "first_name": "Ada",
    "last_name": "Lövelace",
    "email": "ada@example.org",
    "lms_user_id": "4711",
}


@pytest.fixture(scope="module")
def released():
    return release.load("02-linear-layer", ROOT)


def parsed(text):
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def table(released, results, scores=None, format="csv", **options):
    return parsed(export.table(format, released, results, scores, **options))


def test_a_row_holds_verdict_points_and_each_check(released):
    rows = table(released, {"ada": fabricated.result(released, [Verdict.FAILED])})
    assert rows[0][:7] == [
        "student",
        "verdict",
        "points",
        "max",
        "late penalty",
        "linear-layer/forward",
        "linear-layer/forward verdict",
    ]
    assert rows[1][:7] == ["ada", "partly", "13", "17", "0", "0", "failed"]
    assert len(rows[1]) == 5 + 2 * len(released.checks)


def test_points_in_parts_keep_their_fraction(released):
    outcome = fabricated.result(released, [Verdict.PARTLY], points=[2.5, None, None, None, None])
    row = table(released, {"ada": outcome})[1]
    assert (row[2], row[5]) == ("15.5", "2.5")


@pytest.mark.parametrize("verdict", [v for v in Verdict if v.needs_person])
def test_what_a_person_must_decide_is_empty_and_so_is_the_total(released, verdict):
    results = {"ada": fabricated.result(released, [verdict])}
    row = table(released, results)[1]
    assert (row[2], row[5], row[6]) == ("", "", verdict.value)
    assert row[7] == "2"
    assert table(released, results, format="canvas")[2][-1] == ""
    assert export.undecided(results) == ["ada"]


def test_moodle_gets_no_row_to_make_a_0_of(released):
    results = {
        "ada": fabricated.result(released, [Verdict.REVIEW]),
        "bob": fabricated.result(released),
    }
    rows = table(released, results, format="moodle")
    assert rows == [["Username", "02-linear-layer"], ["bob", "17"]]


def test_a_person_s_mark_fills_the_gap_and_the_total(released):
    results = {"ada": fabricated.result(released, [Verdict.REVIEW])}
    scores = {"ada": {"check-forward": 3.0}}
    row = table(released, results, scores)[1]
    assert (row[2], row[5]) == ("16", "3")
    assert table(released, results, scores, "canvas")[2][-1] == "16"
    assert table(released, results, scores, "moodle")[1] == ["ada", "16"]
    assert export.undecided(results, scores) == []


@pytest.mark.parametrize("penalty, left", [(2.5, "14.5"), (100.0, "0")])
def test_lateness_is_taken_off_the_total_and_never_more_than_it(released, penalty, left):
    results, late = {"ada": fabricated.result(released)}, {"ada": penalty}
    row = table(released, results, penalties=late)[1]
    assert (row[2], float(row[4])) == (left, penalty)
    assert table(released, results, format="canvas", penalties=late)[2][-1] == left
    assert table(released, results, format="moodle", penalties=late)[1][-1] == left


@pytest.mark.parametrize(
    "name",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u200b=1", "\x1b[0m=1", "＝1"],
)
@pytest.mark.parametrize("format", export.FORMATS)
def test_no_student_s_name_is_a_formula(released, format, name):
    people = {name: {"first_name": name, "last_name": name, "email": name, "lms_user_id": name}}
    results = {name: fabricated.result(released)}
    rows = table(released, results, format=format, students=people, column=name)
    for field in [field for row in rows for field in row]:
        assert not field.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
        assert "\n" not in field


@pytest.mark.parametrize("name", ['a "b" c', "a,b", "a;b", "žofie 学生 😀", "O'Neil"])
def test_names_come_back_as_they_were(released, name):
    results = {name: fabricated.result(released)}
    assert table(released, results)[1][0] == name
    assert table(released, results, format="canvas")[2][3] == name
    assert table(released, results, format="moodle")[1][0] == name


@pytest.mark.parametrize("format, column", [("csv", 0), ("canvas", 3), ("moodle", 0)])
def test_nobody_takes_an_id_that_is_somebody_else_s(released, format, column):
    names = [" ada", "ada ", "ada (2)", "ada"]
    rows = table(released, dict.fromkeys(names, fabricated.result(released)), format=format)
    assert [row[column] for row in rows[-4:]] == ["ada (3)", "ada (4)", "ada (2)", "ada"]


def test_canvas_finds_its_columns_in_their_order(released):
    rows = table(released, {"ada": fabricated.result(released)}, format="canvas")
    assert rows[0] == [*CANVAS, "02-linear-layer"]
    assert rows[1] == ["Points Possible", "", "", "", "", "17"]
    assert rows[2] == ["ada", "", "", "ada", "", "17"]


def test_canvas_gets_names_and_its_own_number_where_they_are_known(released):
    results = {name: fabricated.result(released) for name in ("ada", "bob")}
    options = {"students": {"ada": ADA}, "id_column": "sis-user-id", "column": "Linear (99)"}
    rows = table(released, results, format="canvas", **options)
    assert rows[0][-1] == "Linear (99)"
    assert rows[2] == ["Lövelace, Ada", "4711", "ada", "", "", "17"]
    assert rows[3] == ["bob", "", "bob", "", "", "17"]


@pytest.mark.parametrize("number", ["12abc", " 12", "-12", "١٢", "", None])
def test_canvas_never_gets_a_number_that_it_would_read_as_another(released, number):
    people = {"ada": ADA | {"lms_user_id": number}}
    results = {"ada": fabricated.result(released)}
    assert table(released, results, format="canvas", students=people)[2][1] == ""


def test_no_student_passes_for_the_row_of_possible_points(released):
    name = "Points Possible"
    people = {"bob": {"first_name": "Points Possible", "last_name": None}}
    results = {who: fabricated.result(released) for who in (name, "bob")}
    rows = table(released, results, format="canvas", students=people)
    assert [row[0].count("Points Possible") for row in rows] == [0, 1, 0, 0]


@pytest.mark.parametrize(
    ("id_column", "header", "ids"),
    [
        (None, "Username", ["ada", "bob"]),
        ("username", "Username", ["ada", "bob"]),
        ("idnumber", "ID number", ["ada", "bob"]),
        ("email", "Email address", ["ada@example.org", "bob"]),
    ],
)
def test_moodle_gets_the_ids_that_it_is_told_to_look_for(released, id_column, header, ids):
    results = {name: fabricated.result(released) for name in ("ada", "bob")}
    rows = table(released, results, format="moodle", students={"ada": ADA}, id_column=id_column)
    assert [row[0] for row in rows] == [header, *ids]


def test_feedback_for_moodle_is_verdicts_and_points_and_nothing_that_a_learner_wrote(released):
    outcome, _ = fabricated.hostile(released)
    rows = table(
        released,
        {"ada": outcome},
        {"ada": {"check-backward": 2.0}},
        "moodle",
        feedback=True,
        penalties={"ada": 1.0},
        column="Linear",
    )
    assert rows[0] == ["Username", "Linear", "Linear feedback"]
    assert rows[1][1] == "1"
    assert rows[1][2] == (
        "1 of 17 points. forward: not yet right, 0 of 4; parameter-count: not yet right, 0 of 2; "
        "count-parameters: not yet right, 0 of 3; backward: decided by a person, 2 of 4; "
        "copy-parameters: not yet right, 0 of 4; handed in late: 1 off."
    )


@pytest.mark.parametrize("format", export.FORMATS)
def test_all_texts_are_quoted_and_no_mark_in_front_stands_in_the_way(released, format):
    text = export.table(format, released, {"ada": fabricated.result(released)})
    assert text.startswith('"') and text.endswith("\n") and "\r" not in text
    for field in [field for line in text.splitlines() for field in line.split(",")]:
        assert field.startswith('"') == (not field.isdigit())


@pytest.mark.parametrize(
    ("format", "id_column", "words"),
    [
        ("excel", None, "csv, canvas, moodle"),
        ("canvas", "email", "sis-login-id, sis-user-id"),
        ("moodle", "sis-login-id", "username, idnumber, email"),
    ],
)
def test_an_unknown_format_or_column_says_what_there_is(released, format, id_column, words):
    with pytest.raises(UserError, match=words):
        export.table(format, released, {}, id_column=id_column)


SIGNS = st.sampled_from("=+-@\t\r\n＝﹢⁻'\" ,;|\u200b\u202e\ufeff\u2028\x00\x1b\x9b\ud800\xa0")
NAMES = st.text(st.one_of(SIGNS, st.sampled_from("ab(2)"), st.characters()), max_size=12)
POINTS = st.one_of(st.none(), st.integers(0, 4), st.floats(0, 4).map(lambda p: round(p, 3)))


@settings(max_examples=200, deadline=None)
@given(
    people=st.dictionaries(NAMES, POINTS, max_size=5),
    details=st.dictionaries(st.sampled_from(list(ADA)), st.one_of(st.none(), NAMES)),
    column=NAMES,
    format=st.sampled_from(export.FORMATS),
    data=st.data(),
)
def test_whatever_the_names_are_the_table_reads_back(
    released, people, details, column, format, data
):
    outcome = fabricated.result(released)
    results = dict.fromkeys(people, outcome)
    scores = {name: {"check-forward": points} for name, points in people.items()}
    id_column = data.draw(st.sampled_from([None, *export.ID_COLUMNS[format]]))
    rows = table(
        released,
        results,
        scores,
        format,
        students=dict.fromkeys(people, details),
        id_column=id_column,
        column=column,
        feedback=True,
    )
    for field in [field for row in rows for field in row]:
        assert field == clean_line(field, 10_000)
        assert not field or unicodedata.normalize("NFKC", field)[0] not in "=+-@\t\r\n"
    assert len({len(row) for row in rows}) == 1
    skip, id_at, mark_at = {"csv": (1, 0, 2), "canvas": (2, None, 5), "moodle": (1, 0, 1)}[format]
    if format == "canvas":
        id_at = 2 if id_column == "sis-user-id" else 3
    found = [(row[id_at], row[mark_at]) for row in rows[skip:]]
    marks = [None if points is None else 13 + points for points in people.values()]
    expected = [m for m in marks if m is not None or format != "moodle"]
    assert [float(m) if m else None for _, m in found] == pytest.approx(expected)
    ids = [own for own, _ in found]
    assert len(set(ids)) == len(ids) and all(ids)
    if id_column != "email":
        plain = [n for n, p in people.items() if p is not None or format != "moodle"]
        for name, own in zip(plain, ids, strict=True):
            if name and name == export.defused(name):
                assert own == name
