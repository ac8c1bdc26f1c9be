"""A class through the engine: each submission graded by itself, then recorded, then shown."""

from __future__ import annotations

import hmac
import multiprocessing
import secrets
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder import export, feedback, journal
from autograder.autograded import graded_notebook
from autograder.errors import UserError
from autograder.files import write_atomically
from autograder.gradebook import Gradebook
from autograder.release import Release
from autograder.results import Result, SubmissionResult, Verdict
from autograder.submissions import Submission

# bytes of the notebook or None, release, seed -> what grading found, and the rebuilt notebook
Grade = Callable[[bytes | None, Release, bytes], tuple[SubmissionResult, NotebookNode]]


def grade_class(
    release: Release,
    course: Path,
    submissions: list[Submission],
    jobs: int = 1,
    grade: Grade | None = None,
    sandbox: bool = True,
    done: Callable[[str, SubmissionResult], None] = lambda student, result: None,
) -> dict[str, SubmissionResult]:
    """Grade ``submissions``; write gradebook, graded notebooks, feedback and the table of marks.

    Args:
        release: what was handed out, unedited.
        course: the folder that receives the results.
        submissions: from `submissions.find`.
        jobs: how many are graded at once, each in a process of its own; 1 stays in this process.
        grade: the engine; `autograder.grade.grade` unless a test brings its own.
        sandbox: whether submissions are confined; without, only as processes of their own.
        done: called with each student and result as soon as it is recorded.

    Returns:
        The result of every submission, by student. One that our own code failed on has the verdict
        *grader fault* and the others are graded all the same.
    """
    release.require_pristine()
    if grade is None:
        from autograder.grade import grade as engine

        grade = partial(engine, sandbox=sandbox)
    results = {}
    with Gradebook(course) as gradebook:
        gradebook.prepare(release)
        key = course_key(course)
        for submission, result, rebuilt in _graded(submissions, release, key, jobs, grade):
            result = _store(course, gradebook, release, submission, result, rebuilt)
            results[submission.student] = result
            done(submission.student, result)
    write_tables(course, release)
    return dict(sorted(results.items()))


def write_tables(course: Path, release: Release) -> Path:
    """Write the table of marks and the index of feedback from the results so far.

    Returns:
        The path of the CSV file.
    """
    results = journal.read(course, release.assignment)
    with Gradebook(course) as gradebook:
        scores = gradebook.scores(release)
    table = course / f"{release.assignment}.csv"
    write_atomically(table, export.csv_table(release, results, scores))
    classes = {name: journal.read(course, name) for name in journal.assignments(course)}
    page = feedback.index(classes, {release.assignment: scores})
    write_atomically(course / "feedback" / "index.html", page)
    return table


def write_feedback(course: Path, release: Release) -> int:
    """Write every page of feedback again from the results and the graded notebooks.

    Returns:
        How many pages were written.
    """
    results = journal.read(course, release.assignment)
    for student, result in results.items():
        graded = nbformat.read(autograded_path(course, release, student), as_version=4)
        page = feedback.page(release, student, result, graded)
        write_atomically(feedback.page_path(course, release, student), page)
    write_tables(course, release)
    return len(results)


def autograded_path(course: Path, release: Release, student: str) -> Path:
    """Where nbgrader looks for the graded notebook."""
    return course / "autograded" / student / release.assignment / f"{release.notebook}.ipynb"


def course_key(course: Path) -> bytes:
    """The course's secret, made on first use: with it seeds can be repeated and not foreseen."""
    path = course / ".grading-key"
    if not path.exists():
        write_atomically(path, secrets.token_bytes(32), mode=0o600)
    return path.read_bytes()


def seed_for(key: bytes, release: Release, data: bytes | None) -> bytes:
    """The seed of one submission: the same bytes in the same course meet the same cases again."""
    return hmac.digest(key, release.assignment.encode() + b"\0" + (data or b""), "sha256")


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


def grade_one(
    grade: Grade, submission: Submission, release: Release, key: bytes
) -> tuple[SubmissionResult, NotebookNode]:
    """One submission's result; what goes wrong in our own code becomes a *grader fault*."""
    started = time.perf_counter()
    if submission.refused:
        reason = f"The submitted file was not opened: {submission.refused}."
        return for_all(release, Verdict.MALFORMED, reason)
    try:
        seed = seed_for(key, release, submission.data)
        result, rebuilt = grade(submission.data, release, seed)
    except UserError:  # nobody can be graded here
        raise
    except Exception as error:
        return for_all(release, Verdict.GRADER_FAULT, _fault(error))
    return replace(result, seconds=result.seconds or time.perf_counter() - started), rebuilt


def _graded(
    submissions: list[Submission], release: Release, key: bytes, jobs: int, grade: Grade
) -> Iterator[tuple[Submission, SubmissionResult, NotebookNode]]:
    """Grade all, yielding each as it is finished."""
    jobs = min(jobs, len(submissions))
    if jobs <= 1:
        for submission in submissions:
            yield submission, *grade_one(grade, submission, release, key)
        return
    with _pool(jobs) as pool:
        waiting = {pool.submit(grade_one, grade, s, release, key): s for s in submissions}
        for future in as_completed(waiting):
            try:
                yield waiting[future], *future.result()
            except BrokenProcessPool:
                reason = "The process that graded this died; grade again with --jobs 1."
                yield waiting[future], *for_all(release, Verdict.GRADER_FAULT, reason)


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    # Not forked: torch's threads do not survive a fork.
    pool = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _store(
    course: Path,
    gradebook: Gradebook,
    release: Release,
    submission: Submission,
    result: SubmissionResult,
    rebuilt: NotebookNode,
) -> SubmissionResult:
    """Record and show one result; if that fails, record the failure instead and go on."""
    try:
        _write(course, gradebook, release, submission, result, rebuilt)
    except (UserError, OSError):  # a gradebook or a disk that fails will fail for everyone
        raise
    except Exception as error:
        # A page that cannot be made must not take the mark of this student, or of others, with it.
        result, _ = for_all(release, Verdict.GRADER_FAULT, _fault(error))
        gradebook.record(release, submission.student, result, submission.timestamp)
        journal.write(course, submission.student, result)
    return result


def _write(
    course: Path,
    gradebook: Gradebook,
    release: Release,
    submission: Submission,
    result: SubmissionResult,
    rebuilt: NotebookNode,
) -> None:
    student = submission.student
    graded = graded_notebook(release, result, rebuilt)
    page = feedback.page(release, student, result, graded)
    write_atomically(autograded_path(course, release, student), nbformat.writes(graded))
    write_atomically(feedback.page_path(course, release, student), page)
    gradebook.record(release, student, result, submission.timestamp)
    journal.write(course, student, result)


def _fault(error: Exception) -> str:
    """What went wrong in our own code, and where, in one line."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}, line {last.lineno}, in {last.name}"
    return f"The grader failed: {type(error).__name__}: {str(error)[:300]} ({place})."
