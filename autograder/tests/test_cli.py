"""The instructor's commands: a person's mistake is one clear line, and leaves no trace."""

import csv
import os
import re
import shutil
from functools import partial
from pathlib import Path

import nbformat
import pytest

from autograder import batch, cli, gradebook, journal, release, sample_class, submissions
from autograder.gradebook import Gradebook
from autograder.results import CellRun, Verdict
from autograder.tests import fabricated

ROOT = Path(__file__).parents[2]
NAME = "02-linear-layer"


@pytest.fixture(scope="module")
def released():
    return release.load(NAME, ROOT)


@pytest.fixture(scope="module")
def database(released, tmp_path_factory):
    """A gradebook that is ready; making a new one takes a second."""
    course = tmp_path_factory.mktemp("ready")
    with Gradebook(course) as book:
        book.prepare(released)
    return course / "gradebook.db"


@pytest.fixture
def place(tmp_path, monkeypatch):
    """An instructor's folder: the released exercise, and no course yet."""
    shutil.copytree(ROOT / "exercises", tmp_path / "exercises")
    shutil.copytree(ROOT / "solutions", tmp_path / "solutions")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def course(place, database):
    """A course in which one student has handed in the released notebook."""
    shutil.copytree(place / "exercises" / NAME, place / "course" / "submitted" / "ada" / NAME)
    shutil.copy(database, place / "course")
    return place / "course"


def engine(data, released, seed):
    """A stand-in for grading: the first byte says what becomes of a submission."""
    if data is None:
        return batch.for_all(released, Verdict.MISSING, "No notebook was handed in.")
    if data.startswith(b"!"):
        raise RuntimeError("a mistake of ours")
    nb = nbformat.reads(data.decode(), as_version=4)
    runs = [CellRun(cell.id, [{"output_type": "stream", "text": "hi"}]) for cell in nb.cells]
    return fabricated.result(released, [Verdict.FAILED], cells=runs), nb


@pytest.fixture(autouse=True)
def no_engine(monkeypatch):
    """Commands in this file grade with the stand-in, in this process."""
    original = batch.grade_class

    def grade_class(*arguments, **named):
        return original(*arguments[:3], grade=engine, **named)

    grade_class.original = original
    monkeypatch.setattr(batch, "grade_class", grade_class)


def grade(capsys, *more):
    return run(capsys, "grade", NAME, "--jobs", "1", *more)


def run(capsys, *arguments):
    """Exit status, lines on stdout, lines on stderr."""
    try:
        status = cli.main(list(arguments))
    except SystemExit as exit:
        status = exit.code
    shown = capsys.readouterr()
    return status, shown.out.splitlines(), shown.err.splitlines()


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def snapshot(folder):
    return sorted(
        (str(path.relative_to(folder)), path.is_file() and path.stat().st_size)
        for path in folder.rglob("*")
    )


def hand_in(course, student, data):
    path = course / "submitted" / student / NAME / "linear-layer.ipynb"
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    return path


def table(course):
    with open(course / f"{NAME}.csv", newline="", encoding="utf-8") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def no_course(place):
    pass


def no_submitted(place):
    (place / "course").mkdir()


def empty_submitted(place):
    (place / "course" / "submitted").mkdir(parents=True)


def only_files(place):
    empty_submitted(place)
    (place / "course" / "submitted" / "README").write_text("?")


def other_assignment(place):
    (place / "course" / "submitted" / "ada" / "01-vectors").mkdir(parents=True)


def nothing_released(place):
    hand_in(place / "course", "ada", b"{}")
    shutil.rmtree(place / "exercises")


def edited_release(place):
    hand_in(place / "course", "ada", b"{}")
    path = place / "exercises" / NAME / "linear-layer.ipynb"
    path.write_text(path.read_text("utf-8").replace(release.STUB, "return None"), "utf-8")


def broken_release(place):
    hand_in(place / "course", "ada", b"{}")
    path = place / "exercises" / NAME / "linear-layer.ipynb"
    path.write_text(path.read_text("utf-8")[:1000], "utf-8")


def broken_gradebook(place):
    hand_in(place / "course", "ada", b"{}")
    (place / "course" / "gradebook.db").write_text("something else")


@pytest.mark.parametrize(
    ("arguments", "prepare", "words"),
    [
        (["grade", "02-linear-lair"], empty_submitted, "Did you mean '02-linear-layer'?"),
        (["grade", NAME], no_course, "course: no such folder; expected course/submitted/"),
        (["grade", NAME], no_submitted, "holds no submitted/; expected course/submitted/"),
        (["grade", NAME], empty_submitted, "no submission of 02-linear-layer; expected"),
        (["grade", NAME], only_files, "no submission of 02-linear-layer; expected"),
        (["grade", NAME], other_assignment, "no submission of 02-linear-layer; expected"),
        (["grade", NAME], nothing_released, "is not released"),
        (["grade", NAME], edited_release, "was edited after the release"),
        (["grade", NAME], broken_release, "cannot be read"),
        (["grade", NAME], broken_gradebook, "gradebook.db: the gradebook does not open"),
        (["grade"], no_course, "required: ASSIGNMENT"),
        (["grade", NAME, "--jobs", "0"], no_course, "at least 1, got '0'"),
        (["grade", NAME, "--jobs", "two"], no_course, "at least 1, got 'two'"),
        (["export", NAME], empty_submitted, "has no results yet. Run `python -m autograder grade"),
        (["export", NAME, "--format", "xls"], no_course, "invalid choice: 'xls'"),
        (["feedback", NAME], no_course, "has no results yet"),
        (["release", "02-linear"], no_course, "Did you mean '02-linear-layer'?"),
        (["relaese"], no_course, "invalid choice: 'relaese'"),
        ([], no_course, "required: COMMAND"),
    ],
)
def test_a_mistake_is_one_clear_line_and_nothing_is_written(
    place, capsys, arguments, prepare, words
):
    prepare(place)
    before = snapshot(place)
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, [])
    assert len(err) == 1 and words in err[0] and err[0].startswith("autograder")
    assert snapshot(place) == before


def test_grading_writes_all_that_belongs_to_a_submission(course, capsys):
    status, out, err = grade(capsys)
    assert (status, err) == (0, [])
    assert any(line.split()[:3] == ["◐", "partly", "13/17"] for line in out)
    for made in (
        "gradebook.db",
        f"{NAME}.csv",
        f"autograded/ada/{NAME}/linear-layer.ipynb",
    ):
        assert (course / made).is_file(), made
    (entry,) = (course / "journal" / NAME).iterdir()
    assert re.fullmatch(r"ada\.[0-9a-f]{20}\.json", entry.name)
    assert table(course)["ada"]["points"] == "13"


def test_grading_again_with_nothing_changed_does_nothing(course, capsys):
    grade(capsys)
    kept = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in files(course)}
    status, out, _ = grade(capsys)
    assert status == 0 and "nothing to do: every submission has its result" in out
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in files(course)} == kept


def test_only_what_changed_is_graded_again_and_replaces_its_entry(course, capsys):
    data = (course / "submitted/ada" / NAME / "linear-layer.ipynb").read_bytes()
    hand_in(course, "zoe", data)
    grade(capsys)
    (course / f"submitted/zoe/{NAME}/linear-layer.ipynb").write_bytes(data + b"\n")
    out = grade(capsys)[1]
    assert "1 of 2 submissions are graded already" in out
    assert any(line.startswith("◐ partly") and line.endswith("zoe") for line in out)
    assert not any(line.startswith("◐ partly") and line.endswith("ada") for line in out)
    assert len(list((course / "journal" / NAME).iterdir())) == 2


def test_a_regrade_says_who_gained_or_lost_what(course, capsys, monkeypatch):
    grade(capsys)

    def kinder(data, released, seed):
        return fabricated.result(released, [Verdict.PASSED]), released.nb

    monkeypatch.setattr(batch, "grade_class", partial(batch.grade_class.original, grade=kinder))
    status, out, _ = grade(capsys, "--regrade")
    assert status == 0 and "1 of 1 marks changed" in out
    assert "  ada: 13/17 → 17/17 (linear-layer/forward 0 → 4)" in out


def test_a_grader_at_work_keeps_others_away(course, capsys):
    with batch.alone(course):
        before = snapshot(course)
        status, out, err = grade(capsys)
        assert (status, out) == (2, []) and "another grader is at work" in err[0]
        assert snapshot(course) == before
    assert grade(capsys)[0] == 0


def test_an_entry_that_is_none_is_named_and_nothing_is_touched(course, capsys):
    grade(capsys)
    (entry,) = (course / "journal" / NAME).iterdir()
    entry.write_text(entry.read_text()[:100])
    before = snapshot(course)
    for command in ("grade", "export", "feedback"):
        status, _, err = run(capsys, command, NAME)
        assert status == 2 and entry.name in err[0] and "not an entry of the journal" in err[0]
    assert snapshot(course) == before


def test_our_own_fault_is_told_as_ours_and_stops_nobody_else(course, capsys):
    hand_in(course, "aaa", b"!")
    hand_in(course, "zoe", (course / "submitted/ada" / NAME / "linear-layer.ipynb").read_bytes())
    status, out, _ = grade(capsys)
    rows = table(course)
    assert status == 1
    assert {name: row["verdict"] for name, row in rows.items()} == {
        "aaa": "grader fault",
        "ada": "partly",
        "zoe": "partly",
    }
    assert rows["aaa"]["points"] == "" and rows["ada"]["points"] == "13"
    assert "a mistake of ours" in journal.read(course, NAME)["aaa"].reason
    assert any("a person has to decide on: aaa" in line for line in out)
    hand_in_again = (course / "submitted/ada" / NAME / "linear-layer.ipynb").read_bytes()
    (course / f"submitted/aaa/{NAME}/linear-layer.ipynb").write_bytes(hand_in_again)
    assert grade(capsys)[0] == 0 and table(course)["aaa"]["verdict"] == "partly"


def test_a_fault_of_ours_is_tried_again_and_a_verdict_is_not(course, capsys):
    hand_in(course, "aaa", b"!")
    grade(capsys)
    assert "1 of 2 submissions are graded already" in grade(capsys)[1]


def test_a_notebook_that_cannot_be_shown_costs_nobody_else_their_marks(course, capsys, monkeypatch):
    data = (course / "submitted/ada" / NAME / "linear-layer.ipynb").read_bytes()
    hand_in(course, "zoe", data.replace(b"Difficulty", b"difficulty"))
    original = batch.graded_notebook

    def graded_notebook(released, result, nb):
        if any("difficulty" in cell.source for cell in nb.cells):
            raise ZeroDivisionError("in the notebook")
        return original(released, result, nb)

    monkeypatch.setattr(batch, "graded_notebook", graded_notebook)
    assert grade(capsys)[0] == 1
    assert {name: row["verdict"] for name, row in table(course).items()} == {
        "ada": "partly",
        "zoe": "grader fault",
    }


def test_a_gradebook_that_fails_halfway_is_one_clear_line(course, capsys, monkeypatch):
    from sqlalchemy.exc import OperationalError

    def full(*_):
        raise OperationalError("insert", {}, Exception("database or disk is full"))

    monkeypatch.setattr(gradebook._Tables, "write", full)
    status, _, err = grade(capsys)
    assert status == 2 and len(err) == 1 and "disk is full" in err[0]


def test_an_empty_folder_is_a_submission_and_no_folder_is_none(course, capsys):
    (course / "submitted" / "empty" / NAME).mkdir(parents=True)
    (course / "submitted" / "absent").mkdir()
    status, out, _ = grade(capsys)
    assert status == 0 and "nothing handed in by: absent" in out
    assert table(course)["empty"]["verdict"] == "missing"
    assert table(course)["empty"]["points"] == "0" and "absent" not in table(course)


@pytest.mark.skipif(os.name == "nt", reason="needs links and pipes")
def test_links_and_pipes_are_not_opened(course, capsys, place):
    secret = place / "secret.ipynb"
    shutil.copy(place / "exercises" / NAME / "linear-layer.ipynb", secret)
    submitted = course / "submitted"
    for student in ("file", "pipe", "folder", "huge"):
        (submitted / student).mkdir()
    for student in ("file", "pipe", "huge"):
        (submitted / student / NAME).mkdir()
    (submitted / "file" / NAME / "linear-layer.ipynb").symlink_to(secret)
    os.mkfifo(submitted / "pipe" / NAME / "linear-layer.ipynb")
    (submitted / "folder" / NAME).symlink_to(place / "exercises" / NAME)
    (submitted / "student").symlink_to(submitted / "ada")
    with open(submitted / "huge" / NAME / "linear-layer.ipynb", "wb") as file:
        file.truncate(submissions.MAX_NOTEBOOK + 1)
    assert grade(capsys)[0] == 0
    rows = table(course)
    assert {name for name, row in rows.items() if row["verdict"] == "malformed"} == {
        "file",
        "pipe",
        "folder",
        "student",
        "huge",
    }
    assert rows["ada"]["verdict"] == "partly"
    assert "larger than 20 MiB" in journal.read(course, NAME)["huge"].reason


@pytest.mark.skipif(os.name == "nt", reason="needs names that Windows does not have")
@pytest.mark.parametrize(
    "name",
    [
        b"<script>alert(1)</script>".replace(b"/", b"\\"),
        b"=1+1",
        b"[red]x",
        b"\xff\xfe",
        b'"; --',
        b"\xff" * 200,
    ],
)
def test_any_folder_s_name_gets_a_row(course, capsys, name):
    target = os.path.join(os.fsencode(course / "submitted"), name)
    shutil.copytree(os.fsencode(course / "submitted" / "ada"), target)
    status, _, err = grade(capsys)
    assert (status, err) == (0, []) and len(table(course)) == 2
    assert run(capsys, "feedback", NAME)[0] == 0
    assert "<script>" not in (course / "feedback" / "index.html").read_text("utf-8")


def test_when_it_was_handed_in_reaches_the_gradebook(course, capsys, released):
    stamp = course / "submitted" / "ada" / NAME / "timestamp.txt"
    stamp.write_text("2030-01-02 03:04:05 UTC")
    grade(capsys)
    with Gradebook(course) as book:
        (submission,) = book._database.assignment_submissions(NAME)
        assert submission.timestamp.isoformat() == "2030-01-02T03:04:05"
    stamp.write_text("<script>")
    assert grade(capsys)[0] == 0


def test_feedback_and_export_are_made_again_from_the_results(course, capsys, released):
    grade(capsys)
    run(capsys, "feedback", NAME)
    page = course / f"feedback/ada/{NAME}/linear-layer.html"
    before = page.read_bytes()
    shutil.rmtree(course / "feedback")
    (course / f"{NAME}.csv").unlink()
    assert run(capsys, "feedback", NAME)[0] == 0
    assert page.read_bytes() == before
    status, out, _ = run(capsys, "export", NAME, "--output", str(course / "marks" / "x.csv"))
    assert status == 0 and (course / "marks" / "x.csv").read_text().startswith('"student"')


def test_release_writes_the_exercises_and_says_which(place, capsys):
    before = (place / "exercises" / NAME / "linear-layer.ipynb").read_bytes()
    shutil.rmtree(place / "exercises")
    names = release.assignments(place, "solutions")
    lines = [f"released exercises/{n}/{release.notebook_name(n)}.ipynb" for n in names]
    assert NAME in names and run(capsys, "release") == (0, lines, [])
    assert (place / "exercises" / NAME / "linear-layer.ipynb").read_bytes() == before


def test_the_sample_class_is_complete_and_never_replaces_work(place, capsys, released):
    assert run(capsys, "sample-class")[:2] == (0, ["course/submitted: 9 submissions made"])
    found, absent = submissions.find(place / "course", released)
    assert len(found) == 9 and absent == []
    data = {submission.student: submission.read().data for submission in found}
    assert [student for student in data if data[student] is None] == [sample_class.EMPTY]
    with pytest.raises(ValueError):
        nbformat.reads(data[sample_class.BROKEN], as_version=4)
    before = snapshot(place / "course")
    assert "left as they are" in run(capsys, "sample-class")[1][0]
    assert snapshot(place / "course") == before


def test_each_sample_differs_from_the_right_answer_in_an_answer(released):
    right = sample_class.right_answers(ROOT)
    paths = sorted(sample_class.SOURCES.glob("*.py"))
    assert len(paths) == 6
    for path in paths:
        answers = sample_class.answers_in(path.read_text("utf-8"))
        assert answers and set(answers) <= set(right)
        assert all(release.STUB not in source for source in answers.values())


def test_the_same_work_meets_the_same_cases_and_other_work_mostly_others(released, tmp_path):
    key = batch.course_key(tmp_path)
    assert key == batch.course_key(tmp_path) and len(key) == 32
    assert (tmp_path / ".grading-key").stat().st_mode & 0o077 == 0 or os.name == "nt"
    seed = batch.seed_for(key, released, b"work")
    assert seed == batch.seed_for(key, released, b"work")
    assert seed != batch.seed_for(b"k", released, b"work")
    others = {batch.seed_for(key, released, b"work %d" % number) for number in range(400)}
    assert len(others) == batch.EXAMS


def test_several_processes_end_as_one_does(course, released):
    for name in ("a", "b", "c"):
        (course / "submitted" / name / NAME).mkdir(parents=True)
    hand_in(course, "d", b"!")
    found, _ = submissions.find(course, released)
    verdicts = []
    for jobs in (1, 2):
        outcome = batch.grade_class.original(
            released, course, found, jobs=jobs, grade=engine, regrade=True
        )
        verdicts.append({student: r.verdict for student, r in outcome.results.items()})
    assert verdicts[0] == verdicts[1] and len(verdicts[0]) == 5


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs folders closed to us")
def test_a_folder_that_cannot_be_read_is_malformed_and_not_absent(course, capsys):
    closed = course / "submitted" / "closed"
    (closed / NAME).mkdir(parents=True)
    closed.chmod(0)
    try:
        assert grade(capsys)[0] == 0
    finally:
        closed.chmod(0o755)
    assert table(course)["closed"]["verdict"] == "malformed"
