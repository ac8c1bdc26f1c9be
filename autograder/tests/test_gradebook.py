"""nbgrader's gradebook holds our results as its own tools would have written them."""

import logging
import os
import shutil
import sqlite3
import sysconfig
from pathlib import Path

import nbgrader.api
import pytest
from nbconvert.filters import markdown2html
from sqlalchemy import text

from autograder import gradebook, release
from autograder.autograded import outputs_for
from autograder.errors import UserError
from autograder.gradebook import Gradebook
from autograder.results import Result, Verdict
from autograder.tests import fabricated

ROOT = Path(__file__).parents[2]
NAME = "02-linear-layer"


@pytest.fixture(scope="module")
def released():
    return release.load(NAME, ROOT)


@pytest.fixture(scope="module")
def empty(released, tmp_path_factory):
    """A course whose gradebook knows the assignment; a new database takes a second."""
    course = tmp_path_factory.mktemp("course")
    with Gradebook(course) as book:
        book.prepare(released)
    return course


@pytest.fixture
def course(empty, tmp_path):
    shutil.copy(empty / "gradebook.db", tmp_path)
    return tmp_path


def rows(course, query):
    with sqlite3.connect(course / "gradebook.db") as database:
        return sorted(database.execute(query).fetchall())


CELLS = """
    select b.name, b.type, g.max_score, g.cell_type, s.locked, s.cell_type, s.checksum, s.source
    from base_cell b
    left join grade_cells g on g.id = b.id
    left join source_cell s on s.id = b.id"""
NAMES = """
    select a.name, n.name, n.kernelspec
    from assignment a join notebook n on n.assignment_id = a.id"""
ANSWERED = """
    join base_cell b on b.id = cell_id
    join submitted_notebook n on n.id = x.notebook_id
    join submitted_assignment a on a.id = n.assignment_id"""
GRADES = f"""
    select a.student_id, a.timestamp, b.name, auto_score, manual_score, needs_manual_grade
    from grade x {ANSWERED}"""
COMMENTS = f"""
    select a.student_id, b.name, auto_comment, manual_comment
    from comment x {ANSWERED}"""


def logical(course):
    """All that a gradebook says, without its random ids."""
    return [rows(course, query) for query in (CELLS, NAMES, GRADES, COMMENTS)]


def record(course, released, outcome, student="ada"):
    with Gradebook(course) as book:
        book.record(released, student, outcome)
        return book.scores(released)[student]


def test_cells_are_those_that_nbgrader_s_own_release_writes(course, tmp_path_factory):
    from nbgrader.converters import GenerateAssignment
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    theirs = tmp_path_factory.mktemp("nbgrader")
    shutil.copytree(ROOT / "solutions", theirs / "source")
    shutil.copy(course / "gradebook.db", theirs)
    with sqlite3.connect(theirs / "gradebook.db") as database:
        for (table,) in database.execute("select name from sqlite_master where type = 'table'"):
            if table != "alembic_version":
                database.execute(f"delete from {table}")
    config = Config()
    config.CourseDirectory.root = str(theirs)
    config.CourseDirectory.assignment_id = NAME
    config.ClearSolutions.code_stub = {"python": release.STUB}
    log = logging.Logger("quiet", logging.CRITICAL)
    folder = CourseDirectory(config=config, log=log)
    GenerateAssignment(coursedir=folder, config=config, log=log).start()
    assert logical(theirs) == logical(course)
    assert len(rows(course, "select * from grade_cells")) == 5


def test_a_new_database_needs_no_activated_environment(released, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with Gradebook(tmp_path) as book:
        book.prepare(released)
    assert os.environ["PATH"] == ""
    assert rows(tmp_path, "select name from assignment") == [(NAME,)]


def test_points_and_messages_arrive(course, released):
    outcome = fabricated.result(released, [Verdict.PARTLY], points=[2.5, None, None, None, None])
    scores = record(course, released, outcome)
    assert scores["check-forward"] == 2.5 and sum(scores.values()) == 15.5
    comments = {name: comment for _, name, comment, _ in rows(course, COMMENTS)}
    expected = "partly right, 2.5 of 4 points\n\n```\nabout check-forward\n```"
    assert comments["forward"] == expected


def test_recording_twice_changes_nothing(course, released):
    outcome = fabricated.result(released, [Verdict.FAILED, Verdict.REVIEW])
    record(course, released, outcome)
    before = logical(course)
    with Gradebook(course) as book:
        book.prepare(released)
        book.record(released, "ada", outcome)
    assert logical(course) == before


def test_a_better_result_replaces_the_first(course, released):
    record(course, released, fabricated.result(released, [Verdict.FAILED]))
    assert record(course, released, fabricated.result(released))["check-forward"] == 4.0


@pytest.mark.parametrize("verdict", [v for v in Verdict if v.needs_person])
def test_what_a_person_must_decide_has_no_score_and_the_reason(course, released, verdict):
    outcome = fabricated.result(released, [verdict], reason="because of this")
    assert record(course, released, outcome)["check-forward"] is None
    grades = {name: (score, waiting) for _, _, name, score, _, waiting in rows(course, GRADES)}
    assert grades["check-forward"] == (None, 1)
    comments = {name: comment for _, name, comment, _ in rows(course, COMMENTS)}
    assert "because of this" in comments["forward"]


def give(course, score, waiting=False):
    """What the formgrader does when a person enters a score."""
    with sqlite3.connect(course / "gradebook.db") as database:
        database.execute(
            "update grade set manual_score = ?, needs_manual_grade = ? where cell_id in "
            "(select id from base_cell where name = 'check-forward')",
            (score, waiting),
        )


def test_a_person_s_mark_is_kept(course, released):
    review = fabricated.result(released, [Verdict.REVIEW])
    record(course, released, review)
    give(course, 3.0)
    assert record(course, released, review)["check-forward"] == 3.0


def test_a_person_s_mark_on_work_that_changed_is_asked_about_again(course, released):
    record(course, released, fabricated.result(released, [Verdict.REVIEW]))
    give(course, 3.0)
    assert record(course, released, fabricated.result(released))["check-forward"] is None


def test_a_release_with_other_cells_is_refused_once_there_are_submissions(course, released):
    record(course, released, fabricated.result(released))
    fewer = release.Release(
        NAME, released.notebook, release.load(NAME, ROOT).nb, released.checks[:4]
    )
    fewer.nb.cells = [c for c in fewer.nb.cells if "copy-parameters" not in c.id]
    before = logical(course)
    with Gradebook(course) as book, pytest.raises(UserError, match="Cannot add or remove cells"):
        book.prepare(fewer)
    assert logical(course) == before


@pytest.mark.parametrize("content", [b"not a database", b"SQLite format 3\x00" + b"\x01" * 200])
def test_a_file_that_is_no_gradebook_is_named_and_kept(tmp_path, content):
    (tmp_path / "gradebook.db").write_bytes(content)
    with pytest.raises(UserError, match="gradebook.db: the gradebook does not open") as error:
        Gradebook(tmp_path).__enter__()
    assert "\n" not in str(error.value)
    assert (tmp_path / "gradebook.db").read_bytes() == content


@pytest.mark.parametrize(
    "text",
    [fabricated.ATTACK, f"```\n{fabricated.ATTACK}\n````\n", "\n\n</pre>" + fabricated.ATTACK],
)
def test_a_comment_runs_nothing_where_nbgrader_renders_it(text):
    check = Result("x", Verdict.FAILED, 0.0, 1.0, message=text)
    html = markdown2html(gradebook.comment_for(check, reason=text))
    assert "<script" not in html and "<img" not in html


@pytest.mark.parametrize(
    "student", ["Robert'); drop table student;--", "<b>x</b>", "žofie 学生", "a/../b"]
)
def test_any_student_s_name_is_only_a_name(course, released, student):
    record(course, released, fabricated.result(released), student)
    assert rows(course, "select id from student") == [(student,)]


@pytest.mark.parametrize(
    ("verdict", "points", "expected"),
    [
        (Verdict.PASSED, 4.0, 4.0),
        (Verdict.PARTLY, 2.5, 2.5),
        (Verdict.FAILED, 0.0, 0.0),
        (Verdict.REVIEW, 4.0, 0.0),
        (Verdict.PARTLY, float("nan"), 0.0),
        (Verdict.PASSED, 99.0, 4.0),
        (Verdict.FAILED, -1.0, 0.0),
    ],
)
def test_nbgrader_reads_our_points_from_the_graded_notebook(released, verdict, points, expected):
    from nbgrader.utils import determine_grade

    cell = next(c for c in released.nb.cells if release.is_check(c)).copy()
    cell.outputs = outputs_for(Result("linear-layer/forward", verdict, points, 4.0, message="<b>"))
    assert determine_grade(cell) == (expected, 4.0)
    assert [output.output_type for output in cell.outputs] == ["display_data", "execute_result"]
    assert "<b>" not in cell.outputs[0].data["text/html"]


def test_a_new_database_is_marked_with_the_version_that_nbgrader_gives_it(
    tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setenv("PATH", sysconfig.get_path("scripts"), prepend=os.pathsep)
    with Gradebook(tmp_path) as book:
        marked = book._database.db.execute(text("SELECT version_num FROM alembic_version"))
        assert marked.scalar_one() == nbgrader.api.get_alembic_version()
