"""One submission's bytes in, its result out; same bytes, release, checks and seed: same result.

The notebook runs once to three times, each in a fresh fork. The first run keeps what cells show,
and what each check is about at the check's place; when all cells have run and nothing more will be
kept, those objects are asked for answers. For a right submission that is all. What did not pass
then is looked at in a second run, which keeps nothing and is asked at each check's place, before
any later cell can have spoiled it: about published cases, which the feedback can show in numbers.
Where these lead to the same mark, that is decided. Where they do not, hidden cases are asked at
that place; from then on this process has seen some, and what is still to be shown is asked of a
third run. So nothing that could have seen a hidden case is ever shown.
"""

from __future__ import annotations

import contextlib
import hashlib
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from nbformat import NotebookNode

from autograder import checks, notebook, reading
from autograder.checks import judge
from autograder.checks.core import Case, Check, Exam
from autograder.checks.judge import Stopped
from autograder.release import CheckCell, Release
from autograder.results import CellRun, Result, SubmissionResult, Verdict
from autograder.runner import Runner, Session, facets, probe_request, shared

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
    trains = any("torch.optim" in cell.source for cell in release.nb.cells)
    runner.warm(release.assignment, lambda: _published(release), optimizers=trains)
    deadline = runner.deadline()  # of all runs together
    with runner.session(deadline) as session:
        runs = _run_and_hold(rebuilt, release, session)
        results, wrong = _at_the_end(release, rebuilt, runs, session, seed)
    examples: dict[str, Result] = {}
    if len(results) < len(release.checks):
        with runner.session(deadline) as session:
            grading = _Grading(release, rebuilt, runs, session)
            results = grading.results(seed, results, wrong)
            examples = grading.shown
    shown = {grade_id for grade_id, r in results.items() if r.verdict in SHOWN_BY_EXAMPLE}
    if shown - set(examples):
        with runner.session(deadline) as session:
            examples |= _Grading(release, rebuilt, runs, session).examples(shown - set(examples))
    results = {
        name: _illustrated(r, examples.get(name)) if name in shown else r
        for name, r in results.items()
    }
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


def _run_and_hold(rebuilt: notebook.Rebuilt, release: Release, session: Session) -> list[CellRun]:
    """Run all cells, keeping what they show and, at its place, what each check is about."""
    names = {cell.grade_id: cell.bindings for cell in release.checks}
    runs = []
    for step in rebuilt.steps:
        if step.do == "run":
            runs.append(session.cell(step.cell.id, step.cell.source, keep=True))
        elif step.do == "check":
            with contextlib.suppress(Stopped):
                session.hold({step.grade_id: names[step.grade_id]})
    return runs


def _at_the_end(
    release: Release,
    rebuilt: notebook.Rebuilt,
    runs: list[CellRun],
    session: Session,
    seed: bytes,
) -> tuple[dict[str, Result], dict[str, Result]]:
    """What passes in the process in which all cells have run, and what is wrong there.

    What does not pass here may yet pass at its place. A pass counts: the values are right for cases
    that nothing in this process could know before; and what reading the code finds, in any cell
    that could have changed what was held, makes it no pass. Nor are parts of the points counted
    where it finds something.
    """
    passed: dict[str, Result] = {}
    wrong: dict[str, Result] = {}
    for cell in release.checks:
        if session.forks != 1 or not session.runs:
            break  # what was held is gone with the process
        result = _evaluate(session, cell, seed, held=True)
        if result.points and _found(cell, *_sources_around(cell, rebuilt)):
            continue
        if result.passed:
            passed[cell.grade_id] = _scaled(result, cell)
        elif result.verdict in SHOWN_BY_EXAMPLE:
            wrong[cell.grade_id] = result
    return passed, wrong


def _sources_around(cell: CheckCell, rebuilt: notebook.Rebuilt) -> tuple[list[str], list[str]]:
    """What runs before the place of a check, and what runs after it."""
    above: list[str] = []
    below: list[str] = []
    part = above
    for step in rebuilt.steps:
        if step.do == "check" and step.grade_id == cell.grade_id:
            part = below
        elif step.do == "run":
            part.append(step.cell.source)
    return above, below


@lru_cache(maxsize=2048)
def _exam(name: str, digest: bytes) -> Exam:
    """Shared by all submissions that meet the same cases; their number is what bounds it."""
    exam = checks.find(name).exam(digest)
    exam.known = {}
    return exam


@lru_cache(maxsize=4096)
def _requests(exam: Exam, names: tuple[str, ...], slot: str) -> dict[int, bytes]:
    """The encoded request for each case of ``exam``, by the case's identity."""
    return {id(case): probe_request(exam.check, names, case.inputs, slot) for case in exam.cases}


def _published(release: Release) -> Iterator[bytes]:
    """Every published case of the assignment as a request."""
    for cell in release.checks:
        exam = _exam(cell.check, _digest(EXAMPLE_SEED, cell))
        yield from _requests(exam, cell.bindings, "").values()


def _digest(seed: bytes, cell: CheckCell) -> bytes:
    return hashlib.sha256(seed + cell.check.encode()).digest()


def _evaluate(
    session: Session, cell: CheckCell, seed: bytes, held: bool = False, reveal: bool = False
) -> Result:
    """One check: on what was held at its place, or on what its names mean now."""
    exam, slot = _exam(cell.check, _digest(seed, cell)), cell.grade_id if held else ""
    name = not held  # what is wrong then is named where it is decided, at its place
    requests = _requests(exam, cell.bindings, slot)
    answers: list[bytes] = []
    stop = None
    try:
        answers.extend(session.probes([requests[id(case)] for case in exam.cases]))
    except Stopped as stopped:
        stop = stopped
    return _judged(exam, cell.bindings, answers, stop, reveal, name)


# What was concluded before, oldest first. Much of a class makes the same mistake, and naming the
# idea behind a wrong answer costs more than getting it.
_concluded: dict[tuple, Result] = {}
CONCLUDED = 4096


def _judged(
    exam: Exam,
    names: tuple[str, ...],
    answers: list[bytes],
    stop: Stopped | None,
    reveal: bool,
    name: bool = True,
) -> Result:
    """What follows from ``answers``, and from what stopped them; from equal bytes the same."""
    key = (exam, names, reveal, name, _digest_of(answers, stop))
    if key not in _concluded:
        left = iter(answers)

        def ask(case: Case) -> dict:
            answer = next(left, None)
            if answer is None:
                raise stop
            return facets(answer, names)

        if len(_concluded) >= CONCLUDED:
            del _concluded[next(iter(_concluded))]
        _concluded[key] = judge.evaluate(exam, ask, reveal, name)
    return _concluded[key]


def _digest_of(answers: list[bytes], stop: Stopped | None) -> bytes:
    digest = hashlib.sha256(repr(stop and (stop.verdict, stop.message)).encode())
    for answer in answers:
        digest.update(len(answer).to_bytes(8, "big"))
        digest.update(answer)
    return digest.digest()


def _found(cell: CheckCell, sources: list[str], later: Iterable[str] = ()) -> list[str]:
    """What the exercise forbids and the sources lead to."""
    return reading.find(sources, cell.bindings, checks.find(cell.check).forbidden, later)


def _scaled(result: Result, cell: CheckCell) -> Result:
    """``result`` in the points that the release gives the check."""
    if result.max_points == cell.points:
        return result
    scale = cell.points / result.max_points
    return replace(result, points=result.points * scale, max_points=cell.points)


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
        self.shown: dict[str, Result] = {}  # results on published cases

    def results(
        self, seed: bytes, passed: dict[str, Result], wrong: dict[str, Result]
    ) -> dict[str, Result]:
        """The result of every check, in the release's order.

        ``passed`` are settled already. So are those of ``wrong`` that are worth as much on
        published cases at their place: these are asked as long as this process has seen no hidden
        case. The others are decided by hidden cases, drawn from ``seed``.
        """
        found = dict(passed)
        unseen = True
        for cell in self._places({check.grade_id for check in self.release.checks} - set(passed)):
            before = wrong.get(cell.grade_id) if unseen else None
            if before is not None:
                self.shown[cell.grade_id] = example = self._example(cell)
                if _alike(before, example):
                    found[cell.grade_id] = _scaled(_named(before, example), cell)
            if cell.grade_id not in found:
                unseen = False
                found[cell.grade_id] = self._judge(cell, seed)
            missing = any(result.verdict is Verdict.MISSING for result in found.values())
            if len(found) == len(self.release.checks) and not missing:
                break  # what stands below is of no use to anyone
        for cell in self.release.checks:
            if found[cell.grade_id].verdict is Verdict.MISSING:
                found[cell.grade_id] = self._once_more(cell, seed, found[cell.grade_id])
        return {cell.grade_id: found[cell.grade_id] for cell in self.release.checks}

    def examples(self, wanted: set[str]) -> dict[str, Result]:
        """The results of the checks ``wanted`` on published cases, with their numbers."""
        shown: dict[str, Result] = {}
        for cell in self._places(wanted):
            shown[cell.grade_id] = self._example(cell)
            if len(shown) == len(wanted):
                break
        return shown

    def _example(self, cell: CheckCell) -> Result:
        return _evaluate(self.session, cell, EXAMPLE_SEED, reveal=True)

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

    def _judge(self, cell: CheckCell, seed: bytes) -> Result:
        result = _evaluate(self.session, cell, seed)
        if result.points:
            result = _read(checks.find(cell.check), result, _found(cell, self.ran))
        return _scaled(result, cell)

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


def _alike(result: Result, other: Result) -> bool:
    """Whether two sets of cases lead to the same mark."""
    return (result.verdict, result.points) == (other.verdict, other.points)


def _named(result: Result, example: Result) -> Result:
    """``result`` with the idea that published cases tell."""
    return replace(result, idea=example.idea, hint=example.hint, page=example.page)


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
