"""One submission's bytes in, its result out; same bytes, release, checks and seed: same result.

The notebook runs two or three times, each in a fresh fork. The first run keeps what cells show. The
second keeps nothing and is asked for answers at each check's place. Where an answer is wrong, a
third is asked about a published case, which the feedback can show in numbers. So nothing that could
have seen a hidden case is ever shown.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from dataclasses import replace

from nbformat import NotebookNode

from autograder import checks, notebook, reading
from autograder.checks import judge
from autograder.checks.core import Case, Check, fresh
from autograder.release import CheckCell, Release
from autograder.results import CellRun, Result, SubmissionResult, Verdict
from autograder.runner import Runner, Session, shared

# Draws the cases that feedback may show; the cases that decide are drawn from a secret seed.
EXAMPLE_SEED = b"published example"
SHOWN_BY_EXAMPLE = (Verdict.FAILED, Verdict.PARTLY, Verdict.ERROR)
STOPPED = {"timeout": Verdict.TIMEOUT, "killed": Verdict.KILLED, "error": Verdict.ERROR}


UNSANDBOXED = "Graded without confinement: this submission could read and change files here."


def grade(
    data: bytes | None,
    release: Release,
    seed: bytes,
    runner: Runner | None = None,
    sandbox: bool = True,
) -> tuple[SubmissionResult, NotebookNode]:
    """Grade the notebook file ``data`` (None: nothing was handed in) against ``release``.

    ``seed`` is secret and draws the cases; ``runner`` is this process's own if it is None, confined
    if ``sandbox``. Returns the result and the rebuilt notebook. Whatever a learner's data provokes
    ends in a verdict; what is raised is a fault of ours, or a UserError where nothing can be
    confined.
    """
    started = time.perf_counter()
    if data is None:
        return _for_all(release, Verdict.MISSING, "No notebook was handed in.")
    try:
        cells = notebook.read(data)
    except notebook.Malformed as problem:
        return _for_all(release, Verdict.MALFORMED, f"This cannot be graded: {problem}.")
    rebuilt = notebook.rebuild(release, cells)
    runner = runner or shared(sandbox)
    with runner.session() as session:
        runs = [
            session.cell(step.cell.id, step.cell.source, keep=True)
            for step in rebuilt.steps
            if step.do == "run"
        ]
    with runner.session() as session:
        results = _Grading(release, rebuilt, runs, session).results(seed)
    wrong = {grade_id for grade_id, r in results.items() if r.verdict in SHOWN_BY_EXAMPLE}
    if wrong:
        with runner.session() as session:
            examples = _Grading(release, rebuilt, runs, session).examples(wrong)
        results = {name: _illustrated(r, examples.get(name)) for name, r in results.items()}
    result = SubmissionResult(
        assignment=release.assignment,
        notebook=release.notebook,
        verdict=overall(results),
        checks=results,
        cells=runs,
        notices=rebuilt.notices + ([] if runner.sandbox else [UNSANDBOXED]),
        seconds=time.perf_counter() - started,
    )
    return result, rebuilt.nb


class _Grading:
    """A run of the notebook that shows nothing, with each check made at its place."""

    def __init__(
        self,
        release: Release,
        rebuilt: notebook.Rebuilt,
        runs: list[CellRun],
        session: Session,
    ):
        self.release, self.rebuilt, self.session = release, rebuilt, session
        self.stopped = {run.cell_id: run.stopped for run in runs if run.stopped}
        self.ran: list[str] = []  # sources above the place of the next check

    def results(self, seed: bytes) -> dict[str, Result]:
        """The result of every check, on cases drawn from ``seed``, in the release's order."""
        found: dict[str, Result] = {}
        for cell in self._places({check.grade_id for check in self.release.checks}):
            found[cell.grade_id] = self._judge(cell, seed)
        for cell in self.release.checks:
            if found[cell.grade_id].verdict is Verdict.MISSING:
                found[cell.grade_id] = self._once_more(cell, seed, found[cell.grade_id])
        return {cell.grade_id: found[cell.grade_id] for cell in self.release.checks}

    def examples(self, wanted: set[str]) -> dict[str, Result]:
        """The results of the checks ``wanted`` on published cases, with their numbers."""
        return {
            cell.grade_id: self._evaluate(cell, EXAMPLE_SEED, reveal=True)
            for cell in self._places(wanted)
        }

    def _places(self, wanted: set[str]) -> Iterator[CheckCell]:
        """Run cell after cell and stop at the place of each check in ``wanted``."""
        cells = {check.grade_id: check for check in self.release.checks}
        for step in self.rebuilt.steps:
            if step.do == "check" and step.grade_id in wanted:
                yield cells[step.grade_id]
            elif step.do == "run" and self.stopped.get(step.cell.id) not in ("timeout", "killed"):
                run = self.session.cell(step.cell.id, step.cell.source, keep=False)
                self.ran.append(step.cell.source)
                if run.stopped in ("timeout", "killed"):
                    self.stopped[step.cell.id] = run.stopped

    def _evaluate(self, cell: CheckCell, seed: bytes, reveal: bool) -> Result:
        check = checks.find(cell.check)

        def ask(case: Case) -> dict:
            return self.session.probe(
                check.name, check.kind, check.forbidden, cell.bindings, fresh(case.inputs)
            )

        digest = hashlib.sha256(seed + cell.check.encode()).digest()
        return judge.evaluate(check, ask, digest, reveal)

    def _judge(self, cell: CheckCell, seed: bytes) -> Result:
        check, result = checks.find(cell.check), self._evaluate(cell, seed, reveal=False)
        if result.points:
            result = _read(check, result, reading.find(self.ran, cell.bindings, check.forbidden))
        if result.max_points == cell.points:
            return result
        scale = cell.points / result.max_points  # the release says what a check is worth
        return replace(result, points=result.points * scale, max_points=cell.points)

    def _once_more(self, cell: CheckCell, seed: bytes, first: Result) -> Result:
        """What is missing at its place may stand further down; else say what became of its cell."""
        again = self._judge(cell, seed)
        if again.verdict is not Verdict.MISSING:
            return again
        why = self.stopped.get(self._solution_id(cell))
        if not why or "NotImplementedError" in first.message:
            return first
        message = {
            "timeout": "The cell that defines it took too long and was stopped.",
            "killed": "The cell that defines it ended the process.",
            "error": "The cell that defines it stopped with an error before it was defined.",
        }[why]
        return replace(first, verdict=STOPPED[why], message=message)

    def _solution_id(self, cell: CheckCell) -> str:
        """The id of the cell right above the check in the release."""
        ids = [c.id for c in self.release.nb.cells if c.cell_type == "code"]
        by_grade = {
            c.metadata.nbgrader.grade_id: c.id
            for c in self.release.nb.cells
            if "nbgrader" in c.metadata
        }
        place = ids.index(by_grade[cell.grade_id])
        return ids[place - 1] if place else ""


def _illustrated(result: Result, example: Result | None) -> Result:
    """``result`` with the numbers of the published case, if it went wrong there in the same way."""
    if example is None or (example.verdict, example.idea) != (result.verdict, result.idea):
        return result
    return replace(
        result, message=example.message, tried=example.tried, got=example.got, due=example.due
    )


def _read(check: Check, result: Result, found: list[str]) -> Result:
    """What reading the code found is for a person to judge: no pass, and no zero either."""
    if not found:
        return result
    message = (
        "The answers are right; reading the code found what this exercise asks you to do without: "
        f"{'; '.join(found[:5])}. A person will look at it."
    )
    return Result(
        check.name,
        Verdict.REVIEW,
        0.0,
        result.max_points,
        idea="forbidden",
        message=message,
        page=check.page,
    )


def overall(results: dict[str, Result]) -> Verdict:
    """One verdict for the whole submission."""
    verdicts = [result.verdict for result in results.values()]
    if any(verdict is Verdict.GRADER_FAULT for verdict in verdicts):
        return Verdict.GRADER_FAULT
    if any(verdict is Verdict.REVIEW for verdict in verdicts):
        return Verdict.REVIEW
    if all(verdict is Verdict.PASSED for verdict in verdicts):
        return Verdict.PASSED
    if any(result.points for result in results.values()):
        return Verdict.PARTLY
    if all(verdict is Verdict.MISSING for verdict in verdicts):
        return Verdict.MISSING
    return Verdict.FAILED


def _for_all(
    release: Release, verdict: Verdict, reason: str
) -> tuple[SubmissionResult, NotebookNode]:
    """No part of it could be run: every check gets the same verdict and no points."""
    results = {
        check.grade_id: Result(check.check, verdict, 0.0, check.points, message=reason)
        for check in release.checks
    }
    result = SubmissionResult(release.assignment, release.notebook, verdict, results, reason=reason)
    return result, release.nb
