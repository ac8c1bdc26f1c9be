"""nbgrader's own commands grade, penalize and export as ours do, and open nothing handed in."""

import csv
import gc
import importlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook as Database
from nbgrader.apps import NbGrader, NbGraderAPI
from nbgrader.apps.exportapp import ExportApp
from nbgrader.converters import Autograde, NbGraderException
from nbgrader.utils import determine_grade
from traitlets.config import Config

from autograder import batch, journal, nbgrader_steps, release, sample_class, submissions
from autograder.errors import UserError
from autograder.gradebook import Gradebook
from autograder.nbgrader_steps import late_penalties, write_config
from autograder.results import Verdict
from autograder.tests import fabricated
from autograder.tests.submissions import cell_of, solved

engine_module = importlib.import_module("autograder.grade")

ROOT = Path(__file__).parents[2]
NAME = "02-linear-layer"
NOTEBOOK = "linear-layer.ipynb"
SECRET = "the marks of everybody"
DUE = datetime(2030, 1, 1)
RELEASED = release.load(NAME, ROOT)
# nbgrader's own session says this at each submission.
pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")

FORBIDDEN = """
class Linear(nn.Module):
    def __init__(self, in_features, out_features):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x):
        return nn.functional.linear(x, self.weight, self.bias)
"""
DIES = "import os\n\ndef count_parameters(module):\n    os._exit(0)\n"
ANSWERS = ("forward", "parameter-count", "count-parameters", "backward", "copy-parameters")


def work(wrong=(), **answers):
    """A notebook as it is handed in: right, but for the ``wrong`` and the given ``answers``."""
    nb = solved(tuple(wrong))
    for name, source in answers.items():
        cell_of(nb, name.replace("_", "-"))["source"] = source
    return json.dumps(nb).encode()


def hand_in(course, student, data, timestamp=None):
    folder = course / "submitted" / student / NAME
    folder.mkdir(parents=True, exist_ok=True)
    if data is not None:
        (folder / NOTEBOOK).write_bytes(data)
    if timestamp:
        (folder / "timestamp.txt").write_bytes(os.fsencode(str(timestamp)))
    return folder


def hand_in_class(course, outside):
    """What a class hands in, and what it should not be able to."""
    submitted = course / "submitted"
    right = work()
    hand_in(course, "right", right, "2029-12-31 23:59:59 UTC")
    hand_in(course, "late", right, "2030-01-02 03:04:05.678901 UTC")
    hand_in(course, "partly", work(["forward", "backward"]), "no time at all")
    hand_in(course, "wrong", work(ANSWERS))
    hand_in(course, "review", work(forward=FORBIDDEN))
    hand_in(course, "hostile", work(count_parameters=DIES), "\udcff")
    hand_in(course, "malformed", right[:1000])
    hand_in(course, "odd [a] name", right)
    hand_in(course, "nothing", None)
    (hand_in(course, "link-to-notebook", None) / NOTEBOOK).symlink_to(outside / "secret.ipynb")
    (submitted / "link-to-assignment").mkdir()
    (submitted / "link-to-assignment" / NAME).symlink_to(submitted / "right" / NAME)
    (submitted / "link-to-student").symlink_to(submitted / "right")
    os.mkfifo(hand_in(course, "pipe", None) / NOTEBOOK)
    beside = hand_in(course, "links-beside", right)
    (beside / "gradebook.db").symlink_to(outside / "gradebook.db")
    (beside / "[odd]").mkdir()
    (beside / "[odd]" / "gradebook.db").symlink_to(outside / "gradebook.db")
    (beside / "folder").symlink_to(outside)
    os.mkfifo(beside / "timestamp.txt")


def nbgrader(course, *arguments):
    """One of nbgrader's commands, as an instructor types it in the course's folder."""
    return subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=course, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip


def api(course):
    """nbgrader's Python interface, with the settings of ``course``; the formgrader uses it."""
    app = NbGrader()
    app.load_cwd_config = False
    app.initialize([], root=str(course))
    return NbGraderAPI(app.coursedir, parent=app)


def autograde(course, student="*", force=True):
    """`nbgrader autograde` in this process."""
    interface = api(course)
    coursedir = interface.coursedir
    coursedir.assignment_id, coursedir.student_id = NAME, student
    converter = Autograde(coursedir=coursedir, parent=interface)
    converter.force = force
    converter.start()


def rows(course):
    """What the gradebook says, without the ids that nbgrader draws."""
    with Database(f"sqlite:///{course}/gradebook.db") as database:
        return {
            submission.student.id: {
                "timestamp": submission.timestamp,
                "penalty": submission.late_submission_penalty,
                "grades": {
                    grade.name: (grade.auto_score, grade.manual_score, grade.needs_manual_grade)
                    for notebook in submission.notebooks
                    for grade in notebook.grades
                },
                "comments": {
                    comment.name: comment.comment
                    for notebook in submission.notebooks
                    for comment in notebook.comments
                },
            }
            for submission in database.assignment_submissions(NAME)
        }


def found(course):
    """The journal, without the time it took."""
    entries = journal.Journal(course, NAME).read()
    return {
        student: (entry.key, entry.timestamp, entry.result.to_dict() | {"seconds": 0})
        for student, entry in entries.items()
    }


def graded(course, student):
    path = batch.autograded_path(course, RELEASED, student)
    return nbformat.reads(path.read_text("utf-8"), as_version=4)


def own_settings(course, text):
    (course / "nbgrader_config.py").write_text(text)


def due(course, when=DUE):
    with Database(f"sqlite:///{course}/gradebook.db") as database:
        database.update_or_create_assignment(NAME, duedate=when)


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """A gradebook that knows the assignment; making a new one takes a second."""
    course = tmp_path_factory.mktemp("ready")
    with Gradebook(course) as book:
        book.prepare(RELEASED)
    return course / "gradebook.db"


@pytest.fixture(scope="module")
def courses(tmp_path_factory):
    """One class, graded by `nbgrader autograde` and by our own command, with the engine."""
    place = tmp_path_factory.mktemp("class")
    outside = place / "outside"
    outside.mkdir()
    (outside / "gradebook.db").write_text(SECRET)
    (outside / "secret.ipynb").write_text(work().decode().replace("Exercise", SECRET))
    theirs, ours = place / "theirs", place / "ours"
    for course in (theirs, ours):
        course.mkdir()
        write_config(course)
        own_settings(course, 'get_config().LateSubmissionPlugin.penalty_method = "zero"')
        with Gradebook(course) as book:
            book.prepare(RELEASED)
        due(course)
        (course / ".grading-key").write_bytes(b"one key for both of the courses!")
        hand_in_class(course, outside)
    answer = api(theirs).autograde(NAME, "*")
    assert answer["success"] and "Traceback" not in answer["log"]
    found, _ = submissions.find(ours, RELEASED)
    batch.grade_class(RELEASED, ours, found)
    return theirs, ours


@pytest.fixture
def stand_in(monkeypatch):
    """Grading without the engine: the first byte says what becomes of a submission."""

    def grade(data, released, seed, sandbox=True):
        if data == b"!":
            raise ZeroDivisionError("a mistake of ours")
        verdicts = [Verdict.REVIEW] if data == b"?" else [Verdict.FAILED] * (data == b"-")
        return fabricated.result(released, verdicts), released.nb

    class Started:
        def start(self):
            pass

    monkeypatch.setattr(engine_module, "grade", grade)
    monkeypatch.setattr("autograder.runner.shared", lambda sandbox: Started())


@pytest.fixture
def course(tmp_path, ready, stand_in):
    """A course with the settings, where one has handed in; what grades is the stand-in."""
    for folder in ("exercises", "solutions"):
        shutil.copytree(ROOT / folder / NAME, tmp_path / folder / NAME)
    course = tmp_path / "course"
    hand_in(course, "ada", b"+")
    shutil.copy(ready, course)
    write_config(course)
    return course


def test_autograde_ends_as_our_own_command(courses):
    theirs, ours = courses
    assert rows(theirs) == rows(ours)
    assert found(theirs) == found(ours)
    assert set(rows(theirs)) == {path.name for path in (theirs / "submitted").iterdir()}
    for student in rows(theirs):
        assert graded(theirs, student) == graded(ours, student), student


def test_each_of_a_class_gets_the_verdict_that_is_due(courses):
    verdicts = {s: str(result.verdict) for s, result in journal.read(courses[0], NAME).items()}
    assert verdicts == {
        "right": "passed",
        "late": "passed",
        "partly": "partly",
        "wrong": "failed",
        "review": "review",
        "hostile": "partly",
        "malformed": "malformed",
        "odd [a] name": "passed",
        "nothing": "missing",
        "link-to-notebook": "malformed",
        "link-to-assignment": "malformed",
        "link-to-student": "malformed",
        "pipe": "malformed",
        "links-beside": "passed",
    }


def test_what_lies_beside_a_notebook_is_not_copied_and_no_link_is_followed(courses):
    made = [path for path in (courses[0] / "autograded").rglob("*") if not path.is_dir()]
    assert {path.name for path in made} == {NOTEBOOK, "timestamp.txt"}
    assert not any(path.is_symlink() or SECRET in path.read_text("utf-8") for path in made)


@pytest.mark.parametrize(
    ("student", "reason"),
    [
        ("review", "your code used F.linear"),
        ("malformed", "not JSON, so it cannot be a notebook"),
        ("link-to-notebook", "not a regular file but a link"),
        ("link-to-student", "not a folder but a link"),
    ],
)
def test_who_needs_a_person_is_marked_so_and_a_comment_says_why(courses, student, reason):
    row = rows(courses[0])[student]
    assert row["grades"]["check-forward"] == (None, None, True)
    assert reason in row["comments"]["forward"]


def test_message_and_partial_credit_both_arrive(courses):
    cells = {
        cell.metadata.nbgrader.grade_id: cell
        for cell in graded(courses[0], "partly").cells
        if release.is_check(cell)
    }
    row = rows(courses[0])["partly"]
    for grade_id, cell in cells.items():
        assert determine_grade(cell)[0] == row["grades"][grade_id][0]
        assert "check-result" in cell.outputs[0].data["text/html"]
    assert row["grades"]["check-forward"][0] == 0.0 < row["grades"]["check-parameter-count"][0]
    assert "not yet right, 0 of" in row["comments"]["forward"]


def test_who_is_late_loses_what_the_settings_say(courses):
    penalties = {student: row["penalty"] for student, row in rows(courses[0]).items()}
    assert {student for student, penalty in penalties.items() if penalty} == {"late"}
    assert penalties["late"] == RELEASED.max_points


def test_the_folder_that_nbgrader_is_sent_to_is_removed(course, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "scratch"))
    (tmp_path / "scratch").mkdir()
    autograde(course)
    gc.collect()
    assert not list((tmp_path / "scratch").glob("autograding-*"))
    assert rows(course)["ada"]["grades"]["check-forward"][0] == 4.0


def test_a_manual_grade_survives_another_grading(course):
    hand_in(course, "ada", b"?")
    autograde(course)
    with Database(f"sqlite:///{course}/gradebook.db") as database:
        grade = database.find_grade("check-forward", "linear-layer", NAME, "ada")
        grade.manual_score, grade.needs_manual_grade = 3.0, False
        comment = database.find_comment("forward", "linear-layer", NAME, "ada")
        comment.manual_comment = "Right, and honest."
        database.db.commit()
    autograde(course)
    row = rows(course)["ada"]
    assert row["grades"]["check-forward"] == (None, 3.0, False)
    assert row["comments"]["forward"] == "Right, and honest."


def test_a_mistake_of_ours_is_told_as_ours_and_stops_nobody_else(course):
    hand_in(course, "aaa", b"!")
    autograde(course)
    row = rows(course)["aaa"]
    assert row["grades"]["check-forward"] == (None, None, True)
    assert "a mistake of ours" in row["comments"]["forward"]
    assert rows(course)["ada"]["grades"]["check-forward"] == (4.0, None, False)


def test_what_is_graded_is_left_alone_until_something_newer_is_handed_in(course):
    hand_in(course, "ada", b"+", "2030-01-01 00:00:00 UTC")
    autograde(course, force=False)
    hand_in(course, "ada", b"-")
    autograde(course, force=False)
    assert journal.read(course, NAME)["ada"].verdict is Verdict.PASSED
    hand_in(course, "ada", b"-", "2030-01-01 00:00:01 UTC")
    autograde(course, force=False)
    assert journal.read(course, NAME)["ada"].verdict is Verdict.PARTLY
    assert rows(course)["ada"]["timestamp"] == datetime(2030, 1, 1, 0, 0, 1)
    assert len(list((course / "journal" / NAME).glob("*.json"))) == 1


def test_what_our_own_command_graded_is_graded_again_when_something_newer_is_handed_in(course):
    hand_in(course, "ada", b"+", "2030-01-01 00:00:00 UTC")
    grade_as_our_command(course)
    hand_in(course, "ada", b"-", "2030-01-01 00:00:00.5 UTC")
    autograde(course, force=False)
    assert journal.read(course, NAME)["ada"].verdict is Verdict.PARTLY


def test_nothing_is_left_to_do_once_the_graded_notebook_is_there(course, monkeypatch):
    """nbgrader skips what has one, so a grader killed right after it must have recorded all."""
    hand_in(course, "ada", b"+", DUE + timedelta(days=1))
    due(course)
    own_settings(course, 'get_config().LateSubmissionPlugin.penalty_method = "zero"')
    seen = []
    write = Autograde.write_single_notebook

    def killed(converter, output, resources):
        write(converter, output, resources)
        seen.append(rows(course)["ada"])
        raise KeyboardInterrupt

    monkeypatch.setattr(Autograde, "write_single_notebook", killed)
    with pytest.raises(KeyboardInterrupt):
        autograde(course)
    assert seen[0]["grades"]["check-forward"][0] == 4.0 and seen[0]["penalty"] == 17.0


def test_the_button_grades_one_and_leaves_the_others(course):
    hand_in(course, "zoe", b"-")
    assert api(course).autograde(NAME, "zoe")["success"]
    assert set(rows(course)) == {"zoe"}


@pytest.mark.parametrize("name", ["aa\nbb", "\udcff" * 100])
def test_a_name_that_nbgrader_cannot_take_is_left_out_and_stops_nobody(course, name):
    hand_in(course, name, b"+")
    answer = api(course).autograde(NAME, "*")
    assert answer["success"] and "left out, nbgrader needs shorter names" in answer["log"]
    assert set(rows(course)) == {"ada"}


def edited_release(course):
    path = course.parent / "exercises" / NAME / NOTEBOOK
    path.write_text(path.read_text("utf-8").replace(release.STUB, "return None"), "utf-8")


def other_folder(course):
    own_settings(course, 'get_config().CourseDirectory.submitted_directory = "inbox"')
    shutil.move(course / "submitted", course / "inbox")


def other_notebook(course):
    hand_in(course, "ada", None).joinpath("x.ipynb").write_bytes(b"+")
    own_settings(course, 'get_config().CourseDirectory.notebook_id = "x"')


def broken_entry(course):
    (course / "journal" / NAME).mkdir(parents=True)
    (course / "journal" / NAME / "ada.json").write_text("{")


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (edited_release, "was edited after the release"),
        (other_folder, "nbgrader looks in"),
        (other_notebook, "no notebook 'x' in 02-linear-layer; there is 'linear-layer'"),
        (broken_entry, "not an entry of the journal"),
    ],
)
def test_where_nobody_can_be_graded_one_line_says_why(course, prepare, words):
    prepare(course)
    with pytest.raises(NbGraderException, match=words) as raised:
        autograde(course)
    assert "\n" not in str(raised.value)
    assert not rows(course) and not (course / "autograded").exists()


def test_two_graders_at_once_are_refused(course):
    with batch.alone(course), pytest.raises(NbGraderException, match="another grader is at work"):
        autograde(course)
    assert not rows(course)


def test_a_machine_that_cannot_confine_grades_nobody(course, monkeypatch):
    class Unable:
        def start(self):
            raise UserError("This machine cannot confine submissions: no Landlock.")

    monkeypatch.setattr("autograder.runner.shared", lambda sandbox: Unable())
    with pytest.raises(NbGraderException, match="cannot confine"):
        autograde(course)
    assert not rows(course)


def test_a_slip_in_the_instructor_s_settings_does_not_switch_our_grading_off(course):
    own_settings(course, "get_config().Autograde.force = true")
    autograde(course)
    assert journal.read(course, NAME)["ada"].verdict is Verdict.PASSED
    due(course)
    hand_in(course, "ada", b"+", DUE + timedelta(days=1))
    autograde(course)
    with pytest.raises(UserError, match=r"nbgrader_config.py: cannot be loaded \(NameError"):
        late_penalties(course, RELEASED)


def test_without_our_package_nbgrader_grades_nobody(course, monkeypatch):
    monkeypatch.setitem(sys.modules, "autograder.nbgrader_steps", None)
    with pytest.raises(Exception, match="nbgrader_steps"):
        autograde(course)


def test_our_step_without_our_exporter_refuses(course):
    settings = json.loads((course / "nbgrader_config.json").read_text())
    del settings["Autograde"]["exporter_class"]
    (course / "nbgrader_config.json").write_text(json.dumps(settings))
    hand_in(course, "ada", work())
    answer = api(course).autograde(NAME, "ada")
    assert not answer["success"] and "GradeSubmission needs SubmissionExporter" in answer["log"]
    assert rows(course)["ada"]["grades"]["check-forward"][0] is None


def test_the_instructor_s_files_of_settings_are_never_replaced(tmp_path):
    assert [path.name for path in write_config(tmp_path)] == [
        "nbgrader_config.json",
        "nbgrader_config.py",
    ]
    for path in tmp_path.iterdir():
        path.write_text("mine")
    assert write_config(tmp_path) == []
    assert {path.read_text() for path in tmp_path.iterdir()} == {"mine"}


def test_the_example_in_the_settings_works(course):
    path = course / "nbgrader_config.py"
    own_settings(course, path.read_text().replace("# get_config()", "get_config()"))
    hand_in(course, "ada", b"+", DUE + timedelta(days=1))
    due(course)
    autograde(course)
    assert rows(course)["ada"]["penalty"] == 17.0


PLUGIN = """
from nbgrader.plugins import LateSubmissionPlugin

class ByTheDay(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return {body}

get_config().AssignLatePenalties.plugin_class = ByTheDay
"""


def grade_as_our_command(course):
    found, _ = submissions.find(course, RELEASED)
    batch.grade_class(RELEASED, course, found, grade=engine_module.grade)


def test_a_plugin_of_the_instructor_s_decides_on_both_ways(course):
    own_settings(course, PLUGIN.format(body="total_seconds_late / 86400"))
    due(course)
    hand_in(course, "ada", b"+", DUE + timedelta(days=2))
    hand_in(course, "zoe", b"+", DUE)
    autograde(course)
    assert [row["penalty"] for row in rows(course).values()] == [2.0, 0.0]
    with Database(f"sqlite:///{course}/gradebook.db") as database:
        notebook = database.find_submission_notebook("linear-layer", NAME, "ada")
        notebook.late_submission_penalty = None
        database.db.commit()
    grade_as_our_command(course)
    assert late_penalties(course, RELEASED) == {"ada": 2.0}
    assert rows(course)["ada"]["penalty"] == 2.0


def test_an_extension_or_a_later_due_date_takes_the_penalty_back(course):
    own_settings(course, 'get_config().LateSubmissionPlugin.penalty_method = "zero"')
    for student in ("ada", "zoe"):
        hand_in(course, student, b"+", DUE + timedelta(days=1))
    grade_as_our_command(course)
    due(course)
    assert late_penalties(course, RELEASED, ["zoe"]) == {"zoe": 17.0}
    assert late_penalties(course, RELEASED) == {"ada": 17.0, "zoe": 17.0}
    with Database(f"sqlite:///{course}/gradebook.db") as database:
        database.grant_extension(NAME, "ada", days=1)
    assert late_penalties(course, RELEASED) == {"zoe": 17.0}
    due(course, None)
    with Database(f"sqlite:///{course}/gradebook.db") as database:
        database.grant_extension(NAME, "ada")
    assert late_penalties(course, RELEASED) == {}
    assert [row["penalty"] for row in rows(course).values()] == [0.0, 0.0]


def test_settings_are_not_even_loaded_where_nobody_is_late(course, monkeypatch):
    monkeypatch.setattr(nbgrader_steps, "_configured_penalties", None)
    hand_in(course, "ada", b"+", DUE)
    grade_as_our_command(course)
    assert late_penalties(course, RELEASED) == {}
    due(course, DUE - timedelta(days=1))
    with Database(f"sqlite:///{course}/gradebook.db") as database:
        database.grant_extension(NAME, "ada", days=1)
    assert late_penalties(course, RELEASED) == {}


def test_a_plugin_that_fails_is_one_clear_line(course):
    own_settings(course, PLUGIN.format(body="1 / 0"))
    due(course)
    hand_in(course, "ada", b"+", DUE + timedelta(days=1))
    with pytest.raises(UserError, match="late penalty of 'ada' cannot be found.*ZeroDivision"):
        grade_as_our_command(course)
    assert rows(course)["ada"]["grades"]["check-forward"] == (4.0, None, False)


def test_looking_for_penalties_leaves_the_search_path_as_it_was(course):
    due(course)
    hand_in(course, "ada", b"+", DUE + timedelta(days=1))
    before = list(sys.path)
    grade_as_our_command(course)
    assert late_penalties(course, RELEASED) == {}
    assert sys.path == before


def exported(course, *arguments):
    """The table of `nbgrader export`, by student."""
    app = ExportApp()
    app.load_cwd_config = False
    app.initialize([f"--CourseDirectory.root={course}", f"--to={course}/grades.csv", *arguments])
    app.start()
    with open(course / "grades.csv", newline="", encoding="utf-8") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}


def test_export_has_no_silent_zero(course):
    hand_in(course, "review", b"?")
    hand_in(course, "fault", b"!")
    autograde(course)
    hand_in(course, "not-graded-yet", b"+")
    with Database(f"sqlite:///{course}/gradebook.db") as database:
        database.update_or_create_student("not-graded-yet")
        database.update_or_create_student("stopped-halfway")
        stopped = database.update_or_create_submission(NAME, "stopped-halfway")
        for grade in stopped.notebooks[0].grades:
            grade.needs_manual_grade = False
        database.db.commit()
        database.update_or_create_student("absent")
    table = exported(course)
    marks = {student: (row["raw_score"], row["score"]) for student, row in table.items()}
    assert marks == {
        "ada": ("17.0", "17.0"),
        "review": ("", ""),
        "fault": ("", ""),
        "not-graded-yet": ("", ""),
        "stopped-halfway": ("", ""),
        "absent": ("0.0", "0.0"),
    }
    assert {row["max_score"] for row in table.values()} == {"17.0"}


def test_export_subtracts_the_penalty_once(course):
    own_settings(course, PLUGIN.format(body="2.5"))
    due(course)
    hand_in(course, "ada", b"+", DUE + timedelta(days=1))
    autograde(course)
    row = exported(course)["ada"]
    names = ("raw_score", "late_submission_penalty", "score", "timestamp", "duedate")
    assert [row[name] for name in names] == [
        "17.0", "2.5", "14.5", "2030-01-02 00:00:00", "2030-01-01 00:00:00",
    ]  # fmt: skip


def test_export_keeps_to_its_columns_whatever_a_name_holds(course):
    hand_in(course, "=cmd, |x", b"+")
    autograde(course)
    with Database(f"sqlite:///{course}/gradebook.db") as database:
        database.update_or_create_student("ada", last_name='Byron, "Ada"', email="a@b")
    table = exported(course)
    assert set(table) == {"ada", "'=cmd, |x"}
    assert table["ada"]["last_name"] == 'Byron, "Ada"' and table["ada"]["score"] == "17.0"
    assert set(exported(course, "--ExportPlugin.student=ada")) == {"ada"}


def test_the_formgrader_s_release_is_ours(course):
    path = course.parent / "exercises" / NAME / NOTEBOOK
    before = path.read_bytes()
    path.unlink()
    answer = api(course).generate_assignment(NAME)
    assert answer["success"], answer
    assert path.read_bytes() == before


def silent_class(course):
    hand_in(course, "right", work())
    hand_in(course, "wrong", work(ANSWERS))
    hand_in(course, "half", work(["forward", "copy-parameters"]))


def test_nbgrader_s_own_grading_gives_silent_work_the_same_points(tmp_path):
    """Its own steps run the released checks in a kernel, as a learner does."""
    for folder in ("exercises", "solutions"):
        shutil.copytree(ROOT / folder / NAME, tmp_path / folder / NAME)
    stock, ours = tmp_path / "stock", tmp_path / "ours"
    for course in (stock, ours):
        silent_class(course)
        with Gradebook(course) as book:
            book.prepare(RELEASED)
    write_config(ours)
    for course in (stock, ours):
        assert nbgrader(course, "autograde", NAME).returncode == 0

    def points(course):
        return {
            student: {name: grade[0] for name, grade in row["grades"].items()}
            for student, row in rows(course).items()
        }

    assert points(stock) == points(ours)
    assert set(points(ours)["right"].values()) != {0.0} == set(points(ours)["wrong"].values())


def test_our_settings_are_plain_data():
    c = Config()
    nbgrader_steps.configure(c, ROOT / "course")
    assert json.loads(json.dumps(c)) == c
    assert c.CourseDirectory.source_directory == "../solutions"


@pytest.mark.parametrize(
    "answers, words", [({}, "Success"), ({"forward": "wrong"}, "not yet right")]
)
def test_nbgrader_s_validate_says_what_the_checks_say(answers, words, tmp_path, monkeypatch):
    from nbgrader.validator import Validator

    monkeypatch.setenv("LINEAR_PROGRESS_FILE", str(tmp_path / "progress.json"))
    right, wrong = sample_class.right_answers(ROOT), sample_class.SOURCES / "weight-in-out.py"
    if answers:
        right |= sample_class.answers_in(wrong.read_text("utf-8"))
    notebook = tmp_path / "linear-layer.ipynb"
    nbformat.write(sample_class.notebook_with(release.load(NAME, ROOT), right), notebook)
    said = io.StringIO()
    validator = Validator()
    validator.stream = said
    validator.validate_and_print(str(notebook))
    assert words in said.getvalue() and "Traceback" not in said.getvalue()
