"""Results into nbgrader's gradebook: points, who needs a person, and the reason as a comment."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime, timezone
from pathlib import Path

from sqlalchemy import insert, make_url, select, update
from sqlalchemy.exc import SAWarning, SQLAlchemyError
from traitlets.config.loader import JSONFileConfigLoader, PyFileConfigLoader

from autograder import marks, present
from autograder.errors import UserError
from autograder.release import Release, is_check
from autograder.results import Result, SubmissionResult
from autograder.scrub import clean_text, fenced

FILE = "gradebook.db"  # in a course, unless nbgrader's settings say something else
SQLITE = b"SQLite format 3\0"  # how every database of SQLite begins


def database_url(course: Path) -> str:
    """Where nbgrader keeps the gradebook of ``course``: what ``CourseDirectory.db_url`` says in its
    nbgrader_config.py or .json, as for nbgrader's own commands, or else ``DIR/gradebook.db``.

    Raises:
        UserError: the settings speak of it and cannot be loaded.
    """
    url = None
    # The JSON comes last because it takes precedence, as in nbgrader.
    for name, loader in (
        ("nbgrader_config.py", PyFileConfigLoader),
        ("nbgrader_config.json", JSONFileConfigLoader),
    ):
        path = course / name
        with suppress(OSError):
            if b"db_url" not in path.read_bytes():
                continue  # the settings are run only where they say something about it
            try:
                config = loader(name, path=str(course.resolve())).load_config()
            except (Exception, SystemExit) as error:
                raise UserError(
                    f"{path}: cannot be loaded ({type(error).__name__}: {_first_line(error)}), so "
                    "which gradebook it asks for is unknown. Correct it."
                ) from None
            if "CourseDirectory" in config and "db_url" in config.CourseDirectory:
                url = config.CourseDirectory.db_url
    if url is None:
        return f"sqlite:///{(course / FILE).resolve()}"
    if not isinstance(url, str):
        raise UserError(f"{course}: CourseDirectory.db_url is {url!r}, expected a URL in quotes.")
    return url


class Gradebook:
    """nbgrader's database of a course as one session with one writer; use it as a context manager.

    That is ``DIR/gradebook.db`` unless nbgrader's settings name another, see `database_url`.

    Recording the same result twice changes nothing, so the gradebook can be made again from the
    results at any time. What a person entered (manual scores and comments) is never overwritten.
    """

    def __init__(self, course: Path):
        self.use(database_url(course))
        usual = course / FILE
        if self.path == usual.resolve():
            self.path, self.name = usual, str(usual)  # as the course was named

    def use(self, url: str) -> None:
        """Take the database at ``url`` instead. UserError if there can be none."""
        try:
            parts = make_url(url)
        except (SQLAlchemyError, ValueError) as error:
            raise UserError(
                f"CourseDirectory.db_url {url!r}: no URL of a database ({_first_line(error)}). "
                "Expected one such as postgresql+psycopg://USER@HOST/NAME."
            ) from None
        self.url = url
        file = parts.database if parts.get_backend_name() == "sqlite" else None
        self.path = Path(file) if file else None  # None: it is on a server
        self.name = str(self.path or parts.render_as_string(hide_password=True))

    def __enter__(self) -> Gradebook:
        from nbgrader.api import Gradebook as Database

        try:
            with _version_read_here():
                self._database = Database(self.url)
        except Exception as error:
            raise self._does_not_open(_first_line(error)) from None
        return self

    def require_database(self) -> None:
        """Raise UserError, before anything is begun, for a file that is no database at all, or a
        server that does not answer."""
        if self.path is None:
            with self:
                return
        with suppress(OSError), self.path.open("rb") as file:
            head = file.read(len(SQLITE))
            if head and head != SQLITE:
                raise self._does_not_open("file is not a database")

    def _does_not_open(self, why: str) -> UserError:
        if self.path is None:
            return UserError(
                f"{self.name}: the gradebook does not open ({why}). Expected a database that this "
                "server has and this user may write to, and a driver that is installed: "
                "postgresql+psycopg://USER@HOST/NAME for PostgreSQL."
            )
        return UserError(
            f"{self.name}: the gradebook does not open ({why}). Expected nbgrader's database; move "
            "the file away to begin a new one."
        )

    def require_names(self, students: Iterable[str]) -> None:
        """Raise UserError for a student whose id the database cannot hold. SQLite's holds all."""
        if self.path is not None:
            return
        from nbgrader.api import Student

        most = Student.__table__.c.id.type.length
        for student in students:
            if len(student) > most:
                raise UserError(
                    f"submitted/{student}: a name of {len(student)} characters; the gradebook at "
                    f"{self.name} holds {most}. Rename the folder."
                )

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
            SaveCells(log=logging.getLogger(__name__)).preprocess(release.nb, {"nbgrader": names})
        except RuntimeError as error:
            raise UserError(
                f"{self.name}: {_first_line(error)}. Expected the release that they were graded "
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
        self.record_all(release, {student: (result, timestamp)})

    def record_all(self, release: Release, results: Results) -> None:
        """The same for many at once, in one transaction.

        By statements on nbgrader's own tables: its method for one submission commits three times.
        """
        try:
            with _quiet():
                tables = _Tables(self._database.db, release)
                tables.write(results)
                self._database.db.commit()
        except (SQLAlchemyError, ValueError) as error:
            self._database.db.rollback()
            raise UserError(
                f"{self.name}: cannot be written ({_first_line(error)}). Check that there is space "
                "and that nobody else is grading this course; then grade again."
            ) from None

    def differing(self, release: Release, results: Results) -> list[str]:
        """The students of ``results`` for whom the gradebook says something else, or nothing."""
        return _Tables(self._database.db, release).differing(results)

    def scores(self, release: Release) -> dict[str, dict[str, float | None]]:
        """Points by student and check cell, a person's marks included; None where one is due."""
        found: dict[str, dict[str, float | None]] = {}
        for row in _Tables(self._database.db, release).grades():
            points = row.auto_score if row.manual_score is None else row.manual_score
            due = row.needs_manual_grade or points is None
            extra = row.extra_credit or 0.0
            found.setdefault(row.student_id, {})[row.name] = None if due else points + extra
        return found

    def comments(self, release: Release) -> dict[str, list[tuple[str, str]]]:
        """What a person wrote, by student: the cell's grade_id and the comment."""
        found: dict[str, list[tuple[str, str]]] = {}
        for row in _Tables(self._database.db, release).comments():
            if row.manual_comment:
                found.setdefault(row.student_id, []).append((row.name, row.manual_comment))
        return found

    def penalties(self, release: Release) -> dict[str, float]:
        """Points taken off for handing in late, by student; those without are not in it."""
        return _Tables(self._database.db, release).penalties()

    def students(self) -> dict[str, dict[str, str | None]]:
        """What the gradebook knows of people, by id: names, address, number in the LMS."""
        from nbgrader.api import Student

        known = ("first_name", "last_name", "email", "lms_user_id")
        query = select(Student.id, *(getattr(Student, name) for name in known))
        return {
            row.id: {name: getattr(row, name) for name in known}
            for row in self._database.db.execute(query)
        }


# By student: what was found, and when it had been handed in.
Results = Mapping[str, tuple[SubmissionResult, datetime | None]]


class _Tables:
    """nbgrader's tables, as far as they are about the submissions of one assignment."""

    def __init__(self, session, release: Release):
        from nbgrader import api

        self.api, self.session, self.release = api, session, release
        ids = select(api.Notebook.id, api.Notebook.assignment_id).join(api.Assignment)
        row = session.execute(
            ids.where(api.Assignment.name == release.assignment).where(
                api.Notebook.name == release.notebook
            )
        ).one_or_none()
        self.notebook, self.assignment = row or ("", "")
        cells = select(api.BaseCell.__table__.c["id", "name", "type"])
        cells = cells.where(api.BaseCell.__table__.c.notebook_id == self.notebook)
        self.cells = session.execute(cells).all()

    def write(self, results: Results) -> None:
        self._add(results)
        grades = {(row.student_id, row.name): row for row in self.grades(results)}
        comments = {(row.student_id, row.name): row for row in self.comments(results)}
        new_grades, new_comments, new_times = [], [], []
        for student, (result, timestamp) in results.items():
            for grade_id, answer_id in answer_cells(self.release).items():
                check, row = result.checks[grade_id], grades[student, grade_id]
                new_grades.append({"id": row.id} | _grade(row, check))
                if row := comments.get((student, answer_id)):
                    text = comment_for(check, result.reason)
                    new_comments.append({"id": row.id, "auto_comment": text})
            if timestamp:
                row = grades[student, next(iter(result.checks))]
                new_times.append({"id": row.submission_id, "timestamp": _naive(timestamp)})
        for model, rows in (
            (self.api.Grade, new_grades),
            (self.api.Comment, new_comments),
            (self.api.SubmittedAssignment, new_times),
        ):
            if rows:
                self.session.execute(update(model), rows)

    def _add(self, results: Results) -> None:
        """Rows, still empty, for students and submissions that have none."""
        api, students = self.api, list(results)
        known = set(self._found(select(api.Student.id), api.Student.id, students))
        self._insert(api.Student, [{"id": s} for s in students if s not in known])
        column = api.SubmittedAssignment.student_id
        having = select(column).where(api.SubmittedAssignment.assignment_id == self.assignment)
        known = set(self._found(having, column, students))
        missing = [student for student in students if student not in known]
        submissions = [
            {"id": api.new_uuid(), "student_id": student, "assignment_id": self.assignment}
            for student in missing
        ]
        notebooks = [
            {"id": api.new_uuid(), "assignment_id": row["id"], "notebook_id": self.notebook}
            for row in submissions
        ]
        self._insert(api.SubmittedAssignment, submissions)
        self._insert(api.SubmittedNotebook, notebooks)
        for model, kinds in (
            (api.Grade, ("GradeCell", "TaskCell")),
            (api.Comment, ("SolutionCell", "TaskCell")),
        ):
            cells = [cell.id for cell in self.cells if cell.type in kinds]
            rows = [{"cell_id": c, "notebook_id": n["id"]} for n in notebooks for c in cells]
            self._insert(model, rows)

    def _insert(self, model, rows: list[dict]) -> None:
        if rows:
            self.session.execute(insert(model), rows)

    def _found(self, query, column, students: list[str]) -> Iterator[str]:
        for some in _slices(students):
            yield from self.session.execute(query.where(column.in_(some))).scalars()

    def grades(self, results: Results | None = None) -> list:
        """The rows about points: those of the students in ``results``, or all."""
        grade = self.api.Grade
        return self._rows(
            grade,
            (grade.auto_score, grade.manual_score, grade.extra_credit, grade.needs_manual_grade),
            results,
        )

    def comments(self, results: Results | None = None) -> list:
        """The rows about comments, likewise."""
        comment = self.api.Comment
        return self._rows(comment, (comment.auto_comment, comment.manual_comment), results)

    def penalties(self) -> dict[str, float]:
        submitted, notebook = self.api.SubmittedAssignment, self.api.SubmittedNotebook
        query = (
            select(submitted.student_id, notebook.late_submission_penalty)
            .join(notebook, notebook.assignment_id == submitted.id)
            .where(notebook.notebook_id == self.notebook)
        )
        return {student: float(off) for student, off in self.session.execute(query) if off}

    def _rows(self, model, columns: tuple, results: Results | None) -> list:
        api, cell = self.api, self.api.BaseCell.__table__.c
        submitted = api.SubmittedAssignment
        query = (
            select(
                model.id,
                submitted.id.label("submission_id"),
                submitted.student_id,
                submitted.timestamp,
                cell.name,
                *columns,
            )
            .select_from(model)
            .join(api.SubmittedNotebook, api.SubmittedNotebook.id == model.notebook_id)
            .join(submitted, submitted.id == api.SubmittedNotebook.assignment_id)
            .join(api.BaseCell.__table__, cell.id == model.cell_id)
            .where(submitted.assignment_id == self.assignment)
            .where(api.SubmittedNotebook.notebook_id == self.notebook)
        )
        if results is None:
            return self.session.execute(query).all()
        return [
            row
            for some in _slices(list(results))
            for row in self.session.execute(query.where(submitted.student_id.in_(some)))
        ]

    def differing(self, results: Results) -> list[str]:
        grades = {(row.student_id, row.name): row for row in self.grades()}
        comments = {(row.student_id, row.name): row for row in self.comments()}
        answers = answer_cells(self.release)

        def differs(student: str, result: SubmissionResult, timestamp: datetime | None) -> bool:
            for grade_id, answer_id in answers.items():
                check, row = result.checks[grade_id], grades.get((student, grade_id))
                if row is None or any(getattr(row, k) != v for k, v in _grade(row, check).items()):
                    return True
                if timestamp and row.timestamp != _naive(timestamp):
                    return True
                row = comments.get((student, answer_id))
                if row is not None and row.auto_comment != comment_for(check, result.reason):
                    return True
            return False

        return [student for student, found in results.items() if differs(student, *found)]


def _slices(students: list[str], size: int = 400) -> Iterator[list[str]]:
    """``students`` in parts: a statement takes a bounded number of parameters."""
    for start in range(0, len(students), size):
        yield students[start : start + size]


def _naive(timestamp: datetime) -> datetime:
    """UTC without saying so, as nbgrader stores it."""
    return (
        timestamp.astimezone(timezone.utc).replace(tzinfo=None) if timestamp.tzinfo else timestamp
    )


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


def _grade(row, check: Result) -> dict[str, object]:
    """What the row of a check has to say, given what a person has put there."""
    points = marks.settled(check)
    # A second recording must not ask a person again about what they have already decided.
    if row.manual_score is None or row.auto_score != points:
        due = points is None or row.manual_score is not None
    else:
        due = row.needs_manual_grade
    return {"auto_score": points, "needs_manual_grade": due}


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
def _version_read_here() -> Iterator[None]:
    """nbgrader marks a new database with the version of its tables, and runs ``alembic`` for it.

    That takes a second and more, and an environment that was not activated does not find it.
    """
    from nbgrader import api

    before = api.get_alembic_version
    api.get_alembic_version = _version
    try:
        yield
    finally:
        api.get_alembic_version = before


def _version() -> str:
    """What ``nbgrader.api.get_alembic_version`` returns: the last of nbgrader's migrations."""
    import nbgrader
    from alembic.script import ScriptDirectory

    return ScriptDirectory(str(Path(nbgrader.__file__).parent / "alembic")).get_current_head()


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")
