"""A class through the engine: each submission graded by itself and recorded as soon as it is.

The journal is the truth. A result is its graded notebook, then its entry in the journal, then its
rows in the gradebook; whatever stops the grader between two of these, the next run finds out and
goes on. Only this process writes; workers get bytes and give results.
"""

from __future__ import annotations

import hmac
import json
import multiprocessing
import os
import secrets
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder import export, journal, workers
from autograder.autograded import graded_notebook
from autograder.errors import UserError
from autograder.files import fitting, write_atomically, write_if_changed
from autograder.gradebook import Gradebook
from autograder.release import Release
from autograder.results import Result, SubmissionResult, Verdict
from autograder.submissions import Content, Submission
from autograder.version import version

# bytes of the notebook or None, release, seed -> what grading found, and the rebuilt notebook
Grade = Callable[[bytes | None, Release, bytes], tuple[SubmissionResult, NotebookNode]]

EXAMS = 16  # different sets of hidden cases that a class meets in one assignment
GRADEBOOK_SECONDS = 4.0  # at most this much is in the journal and not yet in the gradebook


@dataclass
class Outcome:
    """What one run of the grader did."""

    results: dict[str, SubmissionResult]  # of the whole class, by student
    graded: list[str] = field(default_factory=list)  # the students graded in this run
    before: dict[str, SubmissionResult] = field(default_factory=dict)  # what they had until now


def grade_class(
    release: Release,
    course: Path,
    submissions: list[Submission],
    jobs: int = 1,
    grade: Grade | None = None,
    sandbox: bool = True,
    regrade: bool = False,
    executor: Executor | None = None,
    planned: Callable[[int, int], None] = lambda todo, ready: None,
    done: Callable[[str, SubmissionResult], None] = lambda student, result: None,
) -> Outcome:
    """Grade what has no result yet; write the journal, graded notebooks, gradebook and marks.

    Args:
        release: what was handed out, unedited.
        course: the folder that receives the results.
        submissions: from `submissions.find`.
        jobs: how many are graded at once, each in a process of its own; 1 stays in this process.
        grade: the engine; `autograder.grade.grade` unless a test brings its own.
        sandbox: whether submissions are confined; without, only as processes of their own.
        regrade: grade also what has a result.
        executor: where to grade instead of ``jobs`` processes here; it stays open.
        planned: called once with how many will be graded and how many have their result.
        done: called with each student and result as soon as it is recorded.

    One that our own code failed on has the verdict *grader fault*; the others are graded all the
    same, and it is tried again in the next run.

    Raises:
        UserError: nobody can be graded or recorded here: somebody else grades this course, the
            gradebook does not open, nothing can be confined.
        OSError: the disk is full or cannot be written to. What was recorded stays.
    """
    release.require_pristine()
    grade = grade or partial(_engine, sandbox=sandbox)
    from autograder.nbgrader_steps import late_penalties, write_config

    with alone(course):
        book = Gradebook(course)
        book.require_database()
        book.require_names(submission.student for submission in submissions)
        record = _Record(course, release)
        plan = Plan(release, course_key(course), sandbox, record.entries)
        todo = [s for s in submissions if regrade or not plan.is_done(course, s)]
        planned(len(todo), len(submissions) - len(todo))
        known = record.entries
        before = {s.student: known[s.student].result for s in todo if s.student in known}
        tasks = (plan.task(submission) for submission in todo)
        run = workers.run(
            *(grade_task, tasks, (grade, release), min(jobs, len(todo)), executor),
            kind=lambda task: task.seed[0],  # what is due on an exam is then worked out once
        )
        # The workers start while the gradebook is opened, which takes as long.
        with closing(run), Gradebook(course) as gradebook:
            gradebook.prepare(release)
            write_config(course)
            record.catch_up(gradebook)
            try:
                for task, answer in run:
                    if isinstance(answer, workers.Lost):
                        answer = lost(release, answer)
                    record.store(task, *answer)
                    done(task.student, answer[0])
            finally:
                record.flush()
            results = {student: entry.result for student, entry in sorted(record.entries.items())}
            try:
                late_penalties(course, release)
            finally:  # settings that do not work must not keep the marks back
                write_table(course, release, gradebook, results)
    return Outcome(results, [s.student for s in todo], before)


def _engine(
    data: bytes | None, release: Release, seed: bytes, sandbox: bool
) -> tuple[SubmissionResult, NotebookNode]:
    from autograder.grade import grade  # with torch, which only workers need

    return grade(data, release, seed, sandbox=sandbox)


@dataclass(frozen=True)
class Task:
    """One submission for a worker: bytes, not paths."""

    student: str
    key: str
    seed: bytes
    content: Content


class Plan:
    """Which submissions have their result, and what to ask a worker for those that have none."""

    def __init__(self, release: Release, key: bytes, sandbox: bool, entries: dict):
        self.release, self.secret, self.entries = release, key, entries
        text = nbformat.writes(release.nb).encode("utf-8", "replace")
        self.fixed = (text, version().encode(), b"confined" if sandbox else b"unsandboxed")

    def task(self, submission: Submission) -> Task:
        content = submission.read()
        seed = seed_for(self.secret, self.release, content.data)
        what = [b"refused", content.refused.encode()] if content.refused else [content.data or b""]
        there = b"there" if content.data is not None else b"nothing"
        name = submission.student.encode("utf-8", "surrogateescape")
        key = journal.key(name, *self.fixed, seed, there, *what)
        return Task(submission.student, key, seed, content)

    def is_done(self, course: Path, submission: Submission) -> bool:
        entry = self.entries.get(submission.student)
        if entry is None or entry.result.verdict is Verdict.GRADER_FAULT:
            return False
        task = self.task(submission)
        unchanged = (entry.key, entry.timestamp) == (task.key, task.content.timestamp)
        return unchanged and autograded_path(course, self.release, submission.student).exists()


class _Record:
    """Where results go: graded notebook, journal, gradebook, in this order."""

    gradebook: Gradebook

    def __init__(self, course: Path, release: Release):
        self.course, self.release = course, release
        self.journal = journal.Journal(course, release.assignment)
        self.journal.sweep()
        self.entries = self.journal.read()
        self.waiting: dict[str, tuple] = {}
        self.flushed = time.monotonic()

    def catch_up(self, gradebook: Gradebook) -> None:
        """Bring the gradebook up to the journal, behind which a killed grader may have left it.

        From now on results go there too.
        """
        self.gradebook = gradebook
        recorded = {s: (e.result, e.timestamp) for s, e in self.entries.items()}
        for student in self.gradebook.differing(self.release, recorded):
            self.waiting[student] = recorded[student]
        self.flush()

    def store(self, task: Task, result: SubmissionResult, text: str) -> None:
        path = autograded_path(self.course, self.release, task.student)
        _sweep(path)
        write_atomically(path, text)
        entry = journal.Entry(task.student, task.key, result, task.content.timestamp)
        self.journal.write(entry)
        slim = replace(result, cells=[replace(run, outputs=[]) for run in result.cells])
        self.entries[task.student] = replace(entry, result=slim)
        self.waiting[task.student] = (slim, entry.timestamp)
        if time.monotonic() - self.flushed > GRADEBOOK_SECONDS:
            self.flush()

    def flush(self) -> None:
        if self.waiting:
            self.gradebook.record_all(self.release, self.waiting)
            self.waiting = {}
        self.flushed = time.monotonic()


def _sweep(path: Path) -> None:
    """Remove what a killed grader left half written beside ``path``."""
    for scratch in path.parent.glob(f".{path.name[:100]}.*"):
        with suppress(OSError):
            scratch.unlink()


@contextmanager
def alone(course: Path) -> Iterator[None]:
    """Only one grader at a time works on ``course``. UserError if there is another.

    The lock is on the folder itself: nothing is left behind, and it goes when the process does.
    """
    try:
        import fcntl
    except ImportError:  # Windows: no confinement there either, so no class
        yield
        return
    handle = os.open(course, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise UserError(
            f"{course}: another grader is at work on this course. Wait until it is done, or stop "
            "it; what it has graded by then is kept."
        ) from None
    try:
        yield
    finally:
        os.close(handle)


def write_table(
    course: Path,
    release: Release,
    gradebook: Gradebook | None = None,
    results: dict[str, SubmissionResult] | None = None,
) -> Path:
    """Write the table of marks from the results so far.

    Returns:
        The path of the CSV file.
    """
    if gradebook is None:
        with Gradebook(course) as gradebook:
            return write_table(course, release, gradebook, results)
    results = journal.read(course, release.assignment) if results is None else results
    scores, penalties = gradebook.scores(release), gradebook.penalties(release)
    table = course / f"{release.assignment}.csv"
    text = export.table("csv", release, results, scores, penalties=penalties)
    write_if_changed(table, text)
    return table


def autograded_path(course: Path, release: Release, student: str) -> Path:
    """Where nbgrader looks for the graded notebook."""
    folder = course / "autograded" / fitting(student) / release.assignment
    return folder / f"{release.notebook}.ipynb"


def course_key(course: Path) -> bytes:
    """The course's secret, made on first use: with it seeds can be repeated and not foreseen."""
    path = course / ".grading-key"
    if not path.exists():
        write_atomically(path, secrets.token_bytes(32), mode=0o600)
    return path.read_bytes()


def seed_for(key: bytes, release: Release, data: bytes | None) -> bytes:
    """The seed of one submission: the same bytes in the same course meet the same cases again.

    One of `EXAMS`, chosen by a keyed hash of the work, so that what is due is computed once for
    many. Which one it will be cannot be foreseen, and nothing of it is ever shown.
    """
    name = release.assignment.encode() + b"\0"
    number = int.from_bytes(hmac.digest(key, name + (data or b""), "sha256"), "big") % EXAMS
    return hmac.digest(key, name + f"exam {number}".encode(), "sha256")


def for_all(
    release: Release, verdict: Verdict, reason: str
) -> tuple[SubmissionResult, NotebookNode]:
    """The result of a submission that could not be run: every check gets ``verdict``, no points."""
    checks = {
        cell.grade_id: Result(cell.check, verdict, 0.0, cell.points, message=reason)
        for cell in release.checks
    }
    result = SubmissionResult(release.assignment, release.notebook, verdict, checks, reason=reason)
    return result, release.nb


def lost(release: Release, reason: str) -> tuple[SubmissionResult, str]:
    """The result of a submission whose worker was lost, and the released notebook."""
    result, nb = for_all(release, Verdict.GRADER_FAULT, f"The grader was lost: {reason}.")
    return result, _text(release, result, nb)


def grade_one(
    grade: Grade, content: Content, release: Release, seed: bytes
) -> tuple[SubmissionResult, NotebookNode]:
    """One submission's result; what goes wrong in our own code becomes a *grader fault*."""
    started = time.perf_counter()
    if content.refused:
        reason = f"The submitted file was not opened: {content.refused}."
        return for_all(release, Verdict.MALFORMED, reason)
    try:
        result, rebuilt = grade(content.data, release, seed)
    except UserError:  # nobody can be graded here
        raise
    except Exception as error:
        return for_all(release, Verdict.GRADER_FAULT, _fault(error))
    return replace(result, seconds=result.seconds or time.perf_counter() - started), rebuilt


def grade_task(task: Task, grade: Grade, release: Release) -> tuple[SubmissionResult, str]:
    """In a worker: the result, and the graded notebook as text."""
    if multiprocessing.parent_process() is not None:
        import torch

        torch.set_num_threads(1)  # there are as many workers as cores
    result, rebuilt = grade_one(grade, task.content, release, task.seed)
    try:
        return result, _text(release, result, rebuilt)
    except Exception as error:
        # A notebook that cannot be shown must not take the mark of this student, or of others.
        result, nb = for_all(release, Verdict.GRADER_FAULT, _fault(error))
        return result, _text(release, result, nb)


def _text(release: Release, result: SubmissionResult, rebuilt: NotebookNode) -> str:
    """The graded notebook as a file holds it.

    Not by nbformat's own writer, which copies it first and lays it out for reading, which takes
    much longer.
    """
    return json.dumps(graded_notebook(release, result, rebuilt), ensure_ascii=False) + "\n"


def _fault(error: Exception) -> str:
    """What went wrong in our own code, and where, in one line."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}, line {last.lineno}, in {last.name}"
    return f"The grader failed: {type(error).__name__}: {str(error)[:300]} ({place})."
