"""The instructor's commands: a person's mistake is one clear line, and leaves no trace."""

import csv
import os
import shutil
from pathlib import Path

import nbformat
import pytest

from autograder import batch, cli, release, sample_class, submissions
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
        return original(*arguments[:3], jobs=1, grade=engine, done=named["done"])

    monkeypatch.setattr(batch, "grade_class", grade_class)


def run(capsys, *arguments):
    """Exit status, lines on stdout, lines on stderr."""
    try:
        status = cli.main(list(arguments))
    except SystemExit as exit:
        status = exit.code
    shown = capsys.readouterr()
    return status, shown.out.splitlines(), shown.err.splitlines()


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
    status, out, err = run(capsys, "grade", NAME)
    assert (status, err) == (0, [])
    assert any(line.split()[:3] == ["◐", "partly", "13/17"] for line in out)
    for made in (
        "gradebook.db",
        f"{NAME}.csv",
        "feedback/index.html",
        f"feedback/ada/{NAME}/linear-layer.html",
        f"autograded/ada/{NAME}/linear-layer.ipynb",
        f"journal/{NAME}/ada.json",
    ):
        assert (course / made).is_file(), made
    assert table(course)["ada"]["points"] == "13"


def test_grading_again_ends_the_same(course, capsys):
    run(capsys, "grade", NAME)
    kept = {p: p.read_bytes() for p in course.rglob("*") if p.suffix in (".html", ".csv", ".ipynb")}
    run(capsys, "grade", NAME)
    assert len(kept) == 5
    assert {path: path.read_bytes() for path in kept} == kept


def test_our_own_fault_is_told_as_ours_and_stops_nobody_else(course, capsys):
    hand_in(course, "aaa", b"!")
    hand_in(course, "zoe", (course / "submitted/ada" / NAME / "linear-layer.ipynb").read_bytes())
    status, out, _ = run(capsys, "grade", NAME)
    rows = table(course)
    assert status == 1
    assert {name: row["verdict"] for name, row in rows.items()} == {
        "aaa": "grader fault",
        "ada": "partly",
        "zoe": "partly",
    }
    assert rows["aaa"]["points"] == "" and rows["ada"]["points"] == "13"
    assert "a mistake of ours" in (course / f"feedback/aaa/{NAME}/linear-layer.html").read_text()
    assert any("a person has to decide on: aaa" in line for line in out)


def test_a_page_that_cannot_be_made_costs_nobody_their_marks(course, capsys, monkeypatch):
    hand_in(course, "zoe", (course / "submitted/ada" / NAME / "linear-layer.ipynb").read_bytes())
    original = batch.feedback.page

    def page(released, student, *rest):
        if student == "ada":
            raise ZeroDivisionError("in the template")
        return original(released, student, *rest)

    monkeypatch.setattr(batch.feedback, "page", page)
    assert run(capsys, "grade", NAME)[0] == 1
    assert {name: row["verdict"] for name, row in table(course).items()} == {
        "ada": "grader fault",
        "zoe": "partly",
    }


def test_a_gradebook_that_fails_halfway_is_one_clear_line(course, capsys, monkeypatch):
    from sqlalchemy.exc import OperationalError

    def full(*_):
        raise OperationalError("insert", {}, Exception("database or disk is full"))

    monkeypatch.setattr(Gradebook, "_record", full)
    status, _, err = run(capsys, "grade", NAME)
    assert status == 2 and len(err) == 1 and "disk is full" in err[0]


def test_an_empty_folder_is_a_submission_and_no_folder_is_none(course, capsys):
    (course / "submitted" / "empty" / NAME).mkdir(parents=True)
    (course / "submitted" / "absent").mkdir()
    status, out, _ = run(capsys, "grade", NAME)
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
    assert run(capsys, "grade", NAME)[0] == 0
    rows = table(course)
    assert {name for name, row in rows.items() if row["verdict"] == "malformed"} == {
        "file",
        "pipe",
        "folder",
        "student",
        "huge",
    }
    assert rows["ada"]["verdict"] == "partly"
    page = (course / f"feedback/huge/{NAME}/linear-layer.html").read_text()
    assert "larger than 20 MiB" in page


@pytest.mark.skipif(os.name == "nt", reason="needs names that Windows does not have")
@pytest.mark.parametrize(
    "name",
    [b"<script>alert(1)</script>".replace(b"/", b"\\"), b"=1+1", b"[red]x", b"\xff\xfe", b'"; --'],
)
def test_any_folder_s_name_gets_a_row(course, capsys, name):
    target = os.path.join(os.fsencode(course / "submitted"), name)
    shutil.copytree(os.fsencode(course / "submitted" / "ada"), target)
    status, _, err = run(capsys, "grade", NAME)
    assert (status, err) == (0, []) and len(table(course)) == 2
    assert "<script>" not in (course / "feedback" / "index.html").read_text("utf-8")


def test_when_it_was_handed_in_reaches_the_gradebook(course, capsys, released):
    stamp = course / "submitted" / "ada" / NAME / "timestamp.txt"
    stamp.write_text("2030-01-02 03:04:05 UTC")
    run(capsys, "grade", NAME)
    with Gradebook(course) as book:
        (submission,) = book._database.assignment_submissions(NAME)
        assert submission.timestamp.isoformat() == "2030-01-02T03:04:05"
    stamp.write_text("<script>")
    assert run(capsys, "grade", NAME)[0] == 0


def test_feedback_and_export_are_made_again_from_the_results(course, capsys, released):
    run(capsys, "grade", NAME)
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
    assert run(capsys, "release") == (0, [f"released exercises/{NAME}/linear-layer.ipynb"], [])
    assert (place / "exercises" / NAME / "linear-layer.ipynb").read_bytes() == before


def test_the_sample_class_is_complete_and_never_replaces_work(place, capsys, released):
    assert run(capsys, "sample-class")[:2] == (0, ["course/submitted: 9 submissions made"])
    found, absent = submissions.find(place / "course", released)
    assert len(found) == 9 and absent == []
    assert [s.student for s in found if s.data is None] == [sample_class.EMPTY]
    with pytest.raises(ValueError):
        nbformat.reads(
            next(s.data for s in found if s.student == sample_class.BROKEN), as_version=4
        )
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


def test_the_same_work_meets_the_same_cases_and_other_work_others(released, tmp_path):
    key = batch.course_key(tmp_path)
    assert key == batch.course_key(tmp_path) and len(key) == 32
    assert (tmp_path / ".grading-key").stat().st_mode & 0o077 == 0 or os.name == "nt"
    seed = batch.seed_for(key, released, b"work")
    assert seed == batch.seed_for(key, released, b"work")
    assert (
        len(
            {seed, batch.seed_for(key, released, b"other"), batch.seed_for(b"k", released, b"work")}
        )
        == 3
    )


def test_several_processes_end_as_one_does(released):
    work = [submissions.Submission(name, None) for name in ("a", "b", "c")]
    work.append(submissions.Submission("d", None, refused="a link"))
    one = list(batch._graded(work, released, b"key", 1, engine))
    two = list(batch._graded(work, released, b"key", 2, engine))
    verdicts = [sorted((s.student, r.verdict) for s, r, _ in run) for run in (one, two)]
    assert verdicts[0] == verdicts[1] and len(verdicts[0]) == 4
