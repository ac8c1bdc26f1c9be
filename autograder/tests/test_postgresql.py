"""nbgrader's gradebook on a PostgreSQL server: a real one, started here on a port of its own."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import warnings
from dataclasses import replace
from pathlib import Path

import pytest
from nbgrader.api import Gradebook as Database

from autograder import batch, export, marks, release, sample_class, submissions
from autograder.errors import UserError
from autograder.gradebook import Gradebook, database_url
from autograder.nbgrader_steps import late_penalties
from autograder.results import Verdict
from autograder.tests import fabricated

ROOT = Path(__file__).parents[2]
NAME = sample_class.ASSIGNMENT
MISSING = "PostgreSQL NOT TESTED: no server here; install it (sudo apt-get install postgresql)"


def programs():
    """The folder with the server's programs, which Debian does not put on the path."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: p.parent.name, default=None)


def unused_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def server():
    """The URL of a server without the database's name."""
    if programs() is None:
        warnings.warn(MISSING, stacklevel=1)
        pytest.skip(MISSING)
    folder, port = Path(tempfile.mkdtemp(prefix="postgresql-")), unused_port()
    # The server refuses to run as root.
    user = {"user": "postgres", "group": "postgres", "extra_groups": []}
    other = user if os.geteuid() == 0 else {}
    if other:
        shutil.chown(folder, "postgres")

    def run(program, *arguments):
        command = [str(programs() / program), "-D", str(folder / "data"), *arguments]
        done = subprocess.run(
            command,
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            **other,
        )
        assert done.returncode == 0, done.stdout

    run("initdb", "-U", "instructor", "--auth", "trust", "--no-sync", "-E", "UTF8")
    options = f"-p {port} -h 127.0.0.1 -k {folder} -c fsync=off"
    # With a file for what it says: a pipe would stay open as long as the server runs.
    run("pg_ctl", "-w", "-o", options, "-l", str(folder / "log"), "start")
    try:
        yield f"postgresql+psycopg://instructor@127.0.0.1:{port}"
    finally:
        run("pg_ctl", "-m", "immediate", "stop")
        shutil.rmtree(folder)


@pytest.fixture
def url(server, request):
    """A new, empty database."""
    import psycopg

    name = "".join(c if c.isalnum() else "_" for c in request.node.name.lower())[:60]
    plain = server.replace("+psycopg", "")
    with psycopg.connect(f"{plain}/postgres", autocommit=True) as connection:
        connection.execute(f"create database {name}")
    return f"{server}/{name}"


@pytest.fixture
def course(tmp_path, url):
    configure(tmp_path, url)
    return tmp_path


def configure(course, url):
    course.mkdir(exist_ok=True)
    text = f"get_config().CourseDirectory.db_url = {url!r}\n"
    (course / "nbgrader_config.py").write_text(text)


def hand_in(course, *students):
    for student in students:
        folder = course / "submitted" / student / NAME
        folder.mkdir(parents=True)
        (folder / f"{released().notebook}.ipynb").write_text(student)


def released():
    return release.load(NAME, ROOT)


def verdicts(data, released, seed):
    """Grades without running anything: the words in the notebook are the verdict."""
    verdict = Verdict(data.decode().split("-")[0].replace("_", " "))
    message = "naïve — Umlaut: ü, a 0 byte: \0, and much more: " + "x" * 5000
    found = fabricated.result(released, [verdict] * len(released.checks), overall=verdict)
    checks = {name: replace(check, message=message) for name, check in found.checks.items()}
    return replace(found, checks=checks), released.nb


def graded(course, **more):
    found, _ = submissions.find(course, released())
    return batch.grade_class(released(), course, found, grade=verdicts, **more)


CLASS = ("passed-ada", "failed-bob", "partly-cyd", "review-dan", "grader_fault-eve")


def test_a_class_has_the_marks_that_it_has_in_a_file(course, tmp_path_factory, url):
    beside = tmp_path_factory.mktemp("sqlite")
    for place in (course, beside):
        hand_in(place, *CLASS)
        (place / ".grading-key").write_bytes(b"k" * 32)
        graded(place)
    assert not (course / "gradebook.db").exists() and (beside / "gradebook.db").exists()
    table = (course / f"{NAME}.csv").read_bytes()
    assert table == (beside / f"{NAME}.csv").read_bytes()
    assert table.count(b"\n") == 1 + len(CLASS) and b"ada" in table
    with Database(url) as theirs, Database(database_url(beside)) as files:
        rows = [
            {
                (s.student.id, g.name): (g.auto_score, g.manual_score, g.needs_manual_grade)
                for s in database.assignment_submissions(NAME)
                for n in s.notebooks
                for g in n.grades
            }
            for database in (theirs, files)
        ]
        comments = [
            sorted(
                (s.student.id, c.name, c.auto_comment)
                for s in database.assignment_submissions(NAME)
                for n in s.notebooks
                for c in n.comments
            )
            for database in (theirs, files)
        ]
    assert rows[0] == rows[1] and len(rows[0]) == len(CLASS) * len(released().checks)
    assert comments[0] == comments[1] and any("Umlaut: ü" in text for *_, text in comments[0])


def test_what_a_person_decided_stays_and_nothing_is_done_twice(course, url):
    hand_in(course, *CLASS)
    graded(course)
    cell = released().checks[0]
    with Database(url) as database:
        submission = database.find_submission(NAME, "review-dan")
        grade = database.find_grade(cell.grade_id, released().notebook, NAME, submission.student.id)
        grade.manual_score = 1.5
        grade.needs_manual_grade = False
        database.db.commit()
    again = graded(course)
    assert again.graded == ["grader_fault-eve"]  # as always; the others have their results
    regraded = graded(course, regrade=True)
    assert len(regraded.graded) == len(CLASS)
    with Gradebook(course) as book:
        assert book.scores(released())["review-dan"][cell.grade_id] == 1.5


def test_a_gradebook_that_fell_behind_catches_up(course, url):
    hand_in(course, *CLASS)
    graded(course)
    before = table(course)
    with Database(url) as database:
        for student in ("passed-ada", "failed-bob"):
            database.remove_submission(NAME, student)
        assert len(database.assignment_submissions(NAME)) == len(CLASS) - 2
    assert graded(course).graded == ["grader_fault-eve"]
    assert table(course) == before
    with Database(url) as database:
        assert len(database.assignment_submissions(NAME)) == len(CLASS)


def table(course):
    return (course / f"{NAME}.csv").read_bytes()


def test_late_penalties_and_both_exports(course, url):
    hand_in(course, "passed-ada", "passed-zoe")
    (course / "submitted/passed-zoe" / NAME / "timestamp.txt").write_text("2026-01-03 00:00:00 UTC")
    with Gradebook(course) as book:
        book.prepare(released())
    with Database(url) as database:
        database.update_or_create_assignment(NAME, duedate="2026-01-02 00:00:00 UTC")
    with (course / "nbgrader_config.py").open("a") as file:
        file.write('get_config().LateSubmissionPlugin.penalty_method = "zero"\n')
    results = graded(course).results
    full = marks.total(results["passed-ada"])
    assert late_penalties(course, released()) == {"passed-zoe": full}
    with Gradebook(course) as book:
        moodle = export.table(
            "moodle", released(), results, book.scores(released()),
            penalties=book.penalties(released()), students=book.students(),
        )  # fmt: skip
    assert "passed-zoe" in moodle
    # nbgrader's own command, with the settings that the course has by now.
    command = [sys.executable, "-m", "nbgrader", "export", "--to", "grades.csv"]
    done = subprocess.run(command, cwd=course, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    lines = (course / "grades.csv").read_text().splitlines()
    assert len(lines) == 3
    zoe = next(line.split(",") for line in lines if "passed-zoe" in line)
    assert float(zoe[7]) == full and float(zoe[9]) == 0


# ------------------------------------------------------------------------------- bad input


def refused(course, match):
    with pytest.raises(UserError, match=match) as caught:
        graded(course)
    assert "\n" not in str(caught.value)
    assert not list(course.glob("journal/*/*.json"))
    return str(caught.value)


def test_a_server_that_is_not_there(tmp_path):
    configure(tmp_path, f"postgresql+psycopg://ada:secret@127.0.0.1:{unused_port()}/course")
    hand_in(tmp_path, "passed-ada")
    words = refused(tmp_path, "the gradebook does not open .*[Cc]onnection refused")
    assert "secret" not in words and "ada:***@127.0.0.1" in words


def test_a_database_that_the_server_does_not_have(server, tmp_path):
    configure(tmp_path, f"{server}/no_such")
    hand_in(tmp_path, "passed-ada")
    refused(tmp_path, 'does not open .*database "no_such" does not exist')


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("postgresql+psycopg2://a@b/c", "No module named 'psycopg2'.*postgresql\\+psycopg://"),
        ("not a url", "no URL of a database"),
        ("nosuch://ada@127.0.0.1/x", "does not open .*nosuch"),
        (42, "CourseDirectory.db_url is 42, expected a URL"),
    ],
)
def test_a_url_that_is_none(tmp_path, url, words):
    configure(tmp_path, url)
    hand_in(tmp_path, "passed-ada")
    refused(tmp_path, words)


def test_settings_about_it_that_do_not_load(tmp_path):
    hand_in(tmp_path, "passed-ada")
    (tmp_path / "nbgrader_config.py").write_text("c.CourseDirectory.db_url = nothing_of_this_name")
    refused(tmp_path, r"nbgrader_config.py: cannot be loaded \(NameError: .*which gradebook")


def test_a_name_that_is_too_long_for_the_database(course):
    hand_in(course, "passed-ada", "passed-" + "x" * 150)
    refused(course, "a name of 157 characters; the gradebook .* holds 128. Rename the folder")


def test_json_takes_precedence_as_in_nbgrader(tmp_path):
    configure(tmp_path, "postgresql+psycopg://one/a")
    settings = {"CourseDirectory": {"db_url": "postgresql+psycopg://two/b"}}
    (tmp_path / "nbgrader_config.json").write_text(json.dumps(settings))
    assert Gradebook(tmp_path).url == "postgresql+psycopg://two/b"
