"""Results into nbgrader's gradebook: points, who needs a person, and the reason as a comment."""

from __future__ import annotations

import logging
import os
import sysconfig
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import SAWarning, SQLAlchemyError

from autograder import marks, present
from autograder.errors import UserError
from autograder.release import Release, is_check
from autograder.results import Result, SubmissionResult
from autograder.scrub import clean_text, fenced


class Gradebook:
    """``DIR/gradebook.db`` as one session with one writer; use it as a context manager.

    Recording the same result twice changes nothing, so the gradebook can be made again from the
    results at any time. What a person entered (manual scores and comments) is never overwritten.
    """

    def __init__(self, course: Path):
        self.path = course / "gradebook.db"
        self.url = f"sqlite:///{self.path.resolve()}"

    def __enter__(self) -> Gradebook:
        from nbgrader.api import Gradebook as Database

        try:
            with _environment_on_path():
                self._database = Database(self.url)
        except Exception as error:
            raise UserError(
                f"{self.path}: the gradebook does not open ({_first_line(error)}). Expected "
                "nbgrader's database; move the file away to begin a new one."
            ) from None
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def prepare(self, release: Release) -> None:
        """Create or update the assignment, its notebook and its cells by nbgrader's own SaveCells,
        as ``nbgrader generate_assignment`` does.

        Raises:
            UserError: the release has other cells than those that submissions were graded on.
        """
        from nbgrader.preprocessors import SaveCells

        self._database.update_or_create_assignment(release.assignment)
        names = {
            "assignment": release.assignment,
            "notebook": release.notebook,
            "db_url": self.url,
        }
        try:
            SaveCells().preprocess(release.nb, {"nbgrader": names})
        except RuntimeError as error:
            raise UserError(
                f"{self.path}: {_first_line(error)}. Expected the release that they were graded "
                "on: restore it, or grade into another folder with --course."
            ) from None
        self._database.db.expire_all()

    def record(
        self,
        release: Release,
        student: str,
        result: SubmissionResult,
        timestamp: datetime | None = None,
    ) -> None:
        """Store one submission: points and, on each answer's cell, the verdict and the message.

        Args:
            release: what `prepare` was called with.
            student: the student's id.
            result: the outcome of every check in the release.
            timestamp: when it was handed in, UTC, or None if that is not known.
        """
        try:
            with _quiet():
                self._record(release, student, result, timestamp)
        except (SQLAlchemyError, ValueError) as error:
            self._database.db.rollback()
            raise UserError(
                f"{self.path}: cannot be written ({_first_line(error)}). Check that there is space "
                "and that nobody else is grading this course; then grade again."
            ) from None

    def _record(
        self, release: Release, student: str, result: SubmissionResult, timestamp: datetime | None
    ) -> None:
        database = self._database
        database.update_or_create_student(student)
        handed_in = {"timestamp": timestamp} if timestamp else {}
        submission = database.update_or_create_submission(release.assignment, student, **handed_in)
        (notebook,) = [n for n in submission.notebooks if n.name == release.notebook]
        grades = {grade.name: grade for grade in notebook.grades}
        comments = {comment.name: comment for comment in notebook.comments}
        for grade_id, answer_id in answer_cells(release).items():
            check = result.checks[grade_id]
            _update(grades[grade_id], check)
            if answer_id in comments:
                comments[answer_id].auto_comment = comment_for(check, result.reason)
        database.db.commit()

    def scores(self, release: Release) -> dict[str, dict[str, float | None]]:
        """Points by student and check cell, a person's marks included; None where one is due."""
        from nbgrader.api import MissingEntry

        try:
            submissions = self._database.assignment_submissions(release.assignment)
        except MissingEntry:
            return {}
        return {
            submission.student.id: {
                grade.name: None if grade.needs_manual_grade else grade.score
                for notebook in submission.notebooks
                for grade in notebook.grades
            }
            for submission in submissions
        }


def answer_cells(release: Release) -> dict[str, str | None]:
    """For each check cell the answer above it, where nbgrader keeps the comment, by grade_id."""
    answers, answer = {}, None
    for cell in release.nb.cells:
        mark = cell.metadata.get("nbgrader", {})
        if mark.get("solution"):
            answer = mark["grade_id"]
        elif is_check(cell):
            answers[mark["grade_id"]] = answer
    return answers


def comment_for(check: Result, reason: str = "") -> str:
    """The verdict, and the message as a code block: nbgrader renders comments with live HTML."""
    message = "\n".join(part for part in (reason, check.message) if part.strip())
    words = (
        f"{present.WORDS[check.verdict]}, {marks.of(marks.settled(check), check.max_points)} points"
    )
    return words + (f"\n\n{fenced(clean_text(message, 4_000))}" if message else "")


def _update(grade, check: Result) -> None:
    points = marks.settled(check)
    # A second recording must not ask a person again about what they have already decided.
    if grade.manual_score is None or grade.auto_score != points:
        grade.needs_manual_grade = points is None or grade.manual_score is not None
    grade.auto_score = points


@contextmanager
def _quiet() -> Iterator[None]:
    """Without nbgrader's warnings about its own session, and without its traceback of an error that
    is told in one line."""
    log = logging.getLogger("tornado.application")
    before, log.disabled = log.disabled, True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SAWarning)
            yield
    finally:
        log.disabled = before


@contextmanager
def _environment_on_path() -> Iterator[None]:
    """nbgrader runs ``alembic`` by name for a new database, which an environment that was not
    activated does not find."""
    before = os.environ.get("PATH")
    os.environ["PATH"] = os.pathsep.join(filter(None, (sysconfig.get_path("scripts"), before)))
    try:
        yield
    finally:
        if before is None:
            del os.environ["PATH"]
        else:
            os.environ["PATH"] = before


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")
