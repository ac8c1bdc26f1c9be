"""nbgrader's own commands, on our engine: `nbgrader autograde` and the formgrader's button, late
penalties, `nbgrader export`.

nbgrader's Autograde follows links, copies whatever lies beside a notebook and reads it before the
first preprocessor is asked. So `SubmissionExporter`, which it creates before all that, sends it to
a folder of our own; `GradeSubmission`, the first of its preprocessors, grades what was handed in.
`configure` sets both, in a course's nbgrader_config.json.
"""

from __future__ import annotations

import csv
import io
import json
import logging
import os
import shutil
import sys
import tempfile
import weakref
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.api import Gradebook as Database
from nbgrader.api import MissingEntry
from nbgrader.converters import Autograde, NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import ExportPlugin
from nbgrader.preprocessors import AssignLatePenalties, NbGraderPreprocessor
from traitlets import Bool
from traitlets.config import Config

from autograder import batch, export, marks, submissions
from autograder.errors import UserError
from autograder.files import write_atomically, write_if_changed
from autograder.gradebook import Gradebook
from autograder.journal import Entry, Journal
from autograder.release import STUB, Release, course_root, load

OWN_SETTINGS = """\
# Your own settings for nbgrader in this course. nbgrader_config.json beside this file lets nbgrader
# grade through the autograder; it is a file of its own so that a slip here cannot switch that off,
# and takes precedence. For example, no points for what came after the due date:
# get_config().LateSubmissionPlugin.penalty_method = "zero"
"""

MAX_NAME = 255  # bytes; what is not UTF-8 is longer as text than as a folder's name


def configure(c: Config, course: Path) -> None:
    """Let nbgrader grade ``course`` through our engine and export no 0 where a person is due."""
    # By name, so that it can be written as JSON.
    c.Autograde.exporter_class = f"{__name__}.SubmissionExporter"
    # All in the first of Autograde's two steps. After it the graded notebook is written, and what
    # has one is skipped when somebody begins again: nothing may be left to do by then.
    c.Autograde.sanitize_preprocessors = [
        f"{__name__}.GradeSubmission",
        "nbgrader.preprocessors.AssignLatePenalties",
    ]
    c.Autograde.autograde_preprocessors = []
    c.ExportApp.plugin_class = f"{__name__}.MarksExport"
    c.ClearSolutions.code_stub = {"python": STUB}  # the formgrader's "generate" gives our release
    # Relative, because nbgrader takes these folders for parts of a regular expression.
    root = os.path.relpath(course_root(course), course.resolve())
    c.CourseDirectory.source_directory = os.path.join(root, "solutions")
    c.CourseDirectory.release_directory = os.path.join(root, "exercises")


def write_config(course: Path) -> list[Path]:
    """Write nbgrader_config.json, and nbgrader_config.py for the instructor, where there is none.

    Where nbgrader cannot load a file of settings it says so and goes on without; it would then run
    submissions itself, unconfined. So what keeps it from doing so stands in JSON that cannot fail.

    Returns:
        The files that were written.
    """
    c = Config()
    configure(c, course)
    contents = {
        course / "nbgrader_config.json": json.dumps(c, indent=2) + "\n",
        course / "nbgrader_config.py": OWN_SETTINGS,
    }
    new = [path for path in contents if not os.path.lexists(path)]
    for path in new:
        write_atomically(path, contents[path])
    return new


class SubmissionExporter(NotebookExporter):
    """What nbgrader's Autograde reads notebooks with: opens nothing that was handed in.

    Raises NbGraderException where nobody can be graded, which nbgrader shows as one line.
    """

    sandbox = Bool(True, help="Whether submissions are confined.").tag(config=True)

    def __init__(self, config=None, **kwargs):
        super().__init__(config, **kwargs)
        self.grading = None
        if isinstance(self.parent, Autograde):
            try:
                self.grading = _Grading(self.parent, self.sandbox)
            except UserError as error:
                self.log.error("%s", error)
                raise NbGraderException(str(error)) from None

    def from_filename(self, filename, resources=None, **kwargs):
        """The release for a file that was handed in, whatever is in that; else the file."""
        if self.grading and Path(filename) in self.grading.submissions:
            return self.from_notebook_node(self.grading.release.nb, resources, **kwargs)
        return super().from_filename(filename, resources, **kwargs)


class GradeSubmission(NbGraderPreprocessor):
    """Grades and records a submission, and puts its graded notebook in the place of the release."""

    def preprocess(self, nb: NotebookNode, resources):
        grading = getattr(self.parent, "grading", None)
        if grading is None:
            raise NbGraderException(
                "GradeSubmission needs SubmissionExporter as c.Autograde.exporter_class; "
                f"`{__name__}.configure` sets both."
            )
        names = resources["nbgrader"]
        result, graded = grading.grade(names["student"])
        person = " (a person has to decide)" if result.verdict.needs_person else ""
        self.log.info(
            "%s: %s, %s points%s",
            names["student"],
            result.verdict,
            marks.of(marks.total(result), result.max_points),
            person,
        )
        return graded, resources


class _Grading:
    """One run of nbgrader's Autograde: which submissions there are, and how each is graded."""

    def __init__(self, converter: Autograde, sandbox: bool):
        from autograder.grade import grade
        from autograder.runner import shared

        coursedir = converter.coursedir
        self.course, self.db_url = Path(coursedir.root), coursedir.db_url
        self.release = load(coursedir.assignment_id, course_root(self.course))
        self.release.require_pristine()
        self._require_layout(coursedir)
        found = self._matching(coursedir, converter.log)
        shared(sandbox).start()  # fails here, once, where nothing can be confined
        self.engine = partial(grade, sandbox=sandbox)
        with batch.alone(self.course), self._gradebook() as gradebook:
            gradebook.prepare(self.release)
            self.plan = batch.Plan(self.release, batch.course_key(self.course), sandbox, {})
            self.journal = Journal(self.course, self.release.assignment)
            self._date(self.journal.read().values())
        self.submissions = self._stand_in(converter, found)
        self.by_student = {found.student: found for found in self.submissions.values()}

    def _require_layout(self, coursedir: CourseDirectory) -> None:
        """nbgrader can be told to look elsewhere; `autograder grade` would not find it there."""
        for step in ("submitted", "autograded"):
            configured = getattr(coursedir, f"{step}_directory")
            place = coursedir.format_path(configured, "ada", self.release.assignment)
            expected = self.course / step / "ada" / self.release.assignment
            if os.path.normpath(place) != str(expected):
                raise UserError(
                    f"{self.course}: nbgrader looks in {place}, expected {expected}. Leave "
                    f"CourseDirectory.{step}_directory and directory_structure as they are."
                )

    def _matching(
        self, coursedir: CourseDirectory, log: logging.Logger
    ) -> list[submissions.Submission]:
        """The submissions that nbgrader was asked for."""
        if not fnmatchcase(self.release.notebook, coursedir.notebook_id):
            raise UserError(
                f"no notebook {coursedir.notebook_id!r} in {self.release.assignment}; "
                f"there is {self.release.notebook!r}."
            )
        matching = []
        for found in submissions.find(self.course, self.release)[0]:
            # nbgrader would stop at these, for the others too.
            if "\n" in found.student or len(os.fsencode(found.student)) > MAX_NAME:
                log.error("%r: left out, nbgrader needs shorter names of one line", found.student)
            elif fnmatchcase(found.student, coursedir.student_id):
                matching.append(found)
        return matching

    def _date(self, entries: Iterable[Entry]) -> None:
        """Say beside each graded notebook when it was handed in, as nbgrader does, which grades
        again what is newer; our own command keeps that in the journal."""
        for entry in entries:
            folder = batch.autograded_path(self.course, self.release, entry.student).parent
            if entry.timestamp and folder.is_dir():
                write_if_changed(folder / "timestamp.txt", _stamp(entry.timestamp))

    def _stand_in(
        self, converter: Autograde, found: list[submissions.Submission]
    ) -> dict[Path, submissions.Submission]:
        """Send ``converter`` to a folder where each submission is an empty file and, if it has a
        readable one, its timestamp. Returns the submissions by that file."""
        folder = Path(tempfile.mkdtemp(prefix="autograding-")).resolve()
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        stand_ins = {}
        for submission in found:
            place = folder / submission.student / self.release.assignment
            place.mkdir(parents=True)
            path = place / f"{self.release.notebook}.ipynb"
            path.touch()
            stand_ins[path] = submission
            if timestamp := submission.read().timestamp:
                (place / "timestamp.txt").write_text(_stamp(timestamp))
        converter.coursedir = _copy(converter.coursedir, submitted_directory=str(folder))
        converter.assignments = {str(path.parent): [str(path)] for path in stand_ins}
        return stand_ins

    def _gradebook(self) -> Gradebook:
        gradebook = Gradebook(self.course)
        gradebook.use(self.db_url)
        return gradebook

    def grade(self, student: str):
        """The result of ``student`` and the graded notebook; recorded, unless it raises."""
        with batch.alone(self.course):
            task = self.plan.task(self.by_student[student])
            result, text = batch.grade_task(task, self.engine, self.release)
            self.journal.write(Entry(student, task.key, result, task.content.timestamp))
            with self._gradebook() as gradebook:
                gradebook.record(self.release, student, result, task.content.timestamp)
        return result, nbformat.reads(text, as_version=4)


def _stamp(timestamp: datetime) -> str:
    return f"{timestamp:%Y-%m-%d %H:%M:%S.%f} UTC"


def _copy(coursedir: CourseDirectory, **changed: object) -> CourseDirectory:
    """A copy, because the formgrader goes on using the original."""
    traits = {name: getattr(coursedir, name) for name in coursedir.trait_names(config=True)}
    return CourseDirectory(parent=coursedir.parent, **traits | changed)


def late_penalties(
    course: Path, release: Release, students: Iterable[str] | None = None
) -> dict[str, float]:
    """Apply the late penalties of ``course``/nbgrader_config.py to what is in the gradebook.

    nbgrader's AssignLatePenalties does it, as in ``nbgrader autograde``; it is asked only about
    those who are late, or had a penalty before.

    Args:
        students: whose submissions; None for all.

    Returns:
        the penalty in points of each student who has one.
    Raises:
        UserError: the configuration or its plugin does not work.
    """
    book = Gradebook(course)
    with book:
        affected = _late_or_penalized(book.url, release)
    if students is not None:
        affected = sorted(set(affected) & set(students))
    if not affected:
        return {}
    assign = _configured_penalties(course)
    names = {"assignment": release.assignment, "notebook": release.notebook, "db_url": book.url}
    try:
        for student in affected:
            assign(release.nb, {"nbgrader": names | {"student": student}})
    except Exception as error:
        raise UserError(
            f"{course / 'nbgrader_config.py'}: the late penalty of {student!r} cannot be found "
            f"({type(error).__name__}: {error}). Correct c.AssignLatePenalties.plugin_class."
        ) from None
    with Database(book.url) as database:
        return {s: penalty for s, _, penalty in _lateness(database, release) if penalty}


def _late_or_penalized(url: str, release: Release) -> list[str]:
    with Database(url) as database:
        return [s for s, late, penalty in _lateness(database, release) if late or penalty]


def _lateness(database: Database, release: Release) -> Iterator[tuple[str, bool, float | None]]:
    """Each student, whether they are late, and their penalty: in one query, without scores."""
    from nbgrader.api import Assignment, Notebook, SubmittedAssignment, SubmittedNotebook

    rows = (
        database.db.query(
            SubmittedAssignment.student_id,
            SubmittedAssignment.timestamp,
            SubmittedAssignment.extension,
            Assignment.duedate,
            SubmittedNotebook.late_submission_penalty,
        )
        .select_from(SubmittedNotebook)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
        .filter(Assignment.name == release.assignment, Notebook.name == release.notebook)
    )
    for student, timestamp, extension, due, penalty in rows:
        known = timestamp is not None and due is not None
        yield student, known and timestamp > due + (extension or timedelta()), penalty


def _configured_penalties(course: Path) -> AssignLatePenalties:
    """nbgrader's step with the settings of ``course``, found where nbgrader finds them."""
    from nbgrader.apps import NbGrader

    app = NbGrader(raise_config_file_errors=True)
    app.load_cwd_config = False  # the course's settings, not those of where we happen to be
    app.log = logging.getLogger(f"{__name__}.settings")
    app.log.setLevel(logging.CRITICAL)  # we say ourselves what matters here
    try:
        with _kept_path():
            app.initialize([], root=str(course.resolve()))
        return AssignLatePenalties(parent=app)
    except (Exception, SystemExit) as error:
        raise UserError(
            f"{course / 'nbgrader_config.py'}: cannot be loaded ({type(error).__name__}: {error}). "
            "Correct it, or move it away; a new one is written then."
        ) from None


@contextmanager
def _kept_path() -> Iterator[None]:
    """nbgrader puts the working directory on `sys.path` for good."""
    before = list(sys.path)
    try:
        yield
    finally:
        sys.path[:] = before


class MarksExport(ExportPlugin):
    """nbgrader's table of marks, with an empty cell where there is no mark yet.

    Its own would say 0.0 for what a person has to decide and for what is not graded yet. Fields are
    quoted, and none begins a formula.
    """

    COLUMNS = (
        *("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email"),
        *("raw_score", "late_submission_penalty", "score", "max_score"),
    )

    def export(self, gradebook: Database) -> None:
        target = Path(self.to or "grades.csv")
        self.log.info("Exporting grades to %s", target)
        text = io.StringIO()
        writer = csv.DictWriter(text, self.COLUMNS, lineterminator="\n")
        writer.writeheader()
        assignments, students = set(map(str, self.assignment)), set(map(str, self.student))
        for assignment in gradebook.assignments:
            if assignments and assignment.name not in assignments:
                continue
            for student in gradebook.students:
                if not students or student.id in students:
                    writer.writerow(_defused(self._row(gradebook, assignment, student)))
        write_atomically(target, text.getvalue())

    def _row(self, gradebook: Database, assignment, student) -> dict[str, object]:
        row = {
            "assignment": assignment.name,
            "duedate": assignment.duedate,
            "student_id": student.id,
            "last_name": student.last_name,
            "first_name": student.first_name,
            "email": student.email,
            "max_score": assignment.max_score,
        }
        try:
            submission = gradebook.find_submission(assignment.name, student.id)
        except MissingEntry:
            none = None if self._handed_in(assignment.name, student.id) else 0.0
            return row | {"raw_score": none, "late_submission_penalty": none, "score": none}
        row["timestamp"] = submission.timestamp
        if _open(submission):
            return row
        penalty = submission.late_submission_penalty
        score = max(0.0, submission.score - penalty)
        return row | {
            "raw_score": submission.score,
            "late_submission_penalty": penalty,
            "score": score,
        }

    def _handed_in(self, assignment: str, student: str) -> bool:
        coursedir = getattr(self.parent, "coursedir", None)
        return coursedir is not None and os.path.lexists(
            coursedir.format_path(coursedir.submitted_directory, student, assignment)
        )


def _open(submission) -> bool:
    """Whether a person or the grader has still to decide on something."""
    grades = (grade for notebook in submission.notebooks for grade in notebook.grades)
    return any(
        grade.needs_manual_grade or (grade.auto_score is None and grade.manual_score is None)
        for grade in grades
    )


def _defused(row: Mapping[str, object]) -> dict[str, object]:
    return {k: export.defused(v) if isinstance(v, str) else v for k, v in row.items()}
