"""Every submission of the corpora gets exactly its verdicts, and does nothing to the machine.

``pytest autograder/tests/test_corpora.py -k awkward`` runs one kind (hostile, awkward, malformed),
``-k name-of-a-case`` one case. What is watched around each of them stands in `bystanders.World`.
Every process of pytest-xdist has a world and a warm server of its own.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import platform
import re
import signal
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import nbformat
import pytest

from autograder import batch, feedback, submissions
from autograder.autograded import graded_notebook
from autograder.grade import grade
from autograder.release import Release, load
from autograder.results import SubmissionResult, Verdict
from autograder.runner import Limits, Runner
from autograder.tests import bystanders
from autograder.tests.submissions import ANSWERS, ASSIGNMENT, KINDS, Case, cases, solved

# Long enough for a machine on which much else goes on. A case that never ends is soon over.
LIMITS = Limits(cell_seconds=60.0, probe_seconds=30.0, total_seconds=180.0)
ENDLESS = Limits(cell_seconds=4.0, probe_seconds=3.0, total_seconds=20.0)
# Running and reading, by whatever process: a submission that takes longer holds up a class.
PATIENCE = 1.5 * LIMITS.total_seconds
# One case in so many, chosen by its name: what an ordinary user runs when root runs all.
SHARE = int(os.environ.get("CORPUS_SHARE", "1"))
ORDINARY_USER = 54321
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
TEMPORARY = tempfile.gettempdir()  # before a world has its own
LEAST = {"hostile": 60, "awkward": 60, "malformed": 20}
NO_POINTS = set(Verdict) - {Verdict.PASSED, Verdict.PARTLY}


@pytest.fixture(scope="module")
def release() -> Release:
    return load(ASSIGNMENT)


@pytest.fixture(scope="module")
def world(tmp_path_factory) -> Iterator[bystanders.World]:
    with bystanders.watched(tmp_path_factory.mktemp("world")) as world:
        yield world


@pytest.fixture(scope="module")
def engine(world, release) -> Iterator[Runner]:
    """A runner started after the secrets were laid out, with one submission behind it."""
    runner = Runner(LIMITS, sandbox=not os.environ.get("CORPUS_UNSANDBOXED"))
    try:
        grade_neighbor(world, release, runner)
        world.places["PUBLISHED"] = published(release, runner)
        world.remember()
        yield runner
    finally:
        runner.close()


def _chance(name: str) -> int:
    return hashlib.sha256(name.encode()).digest()[0]


def of_kind(kind: str):
    found = [case for case in cases(kind) if _chance(case.name) % SHARE == 0]
    return pytest.mark.parametrize("case", found, ids=lambda case: case.name)


@pytest.mark.skipif(not ROOT, reason="whoever runs this is an ordinary user")
def test_a_third_of_them_gets_the_same_from_an_ordinary_user():
    with tempfile.TemporaryDirectory(dir=TEMPORARY) as folder:
        starts = as_ordinary_user(
            folder, "-c", "from autograder import grade, selftest as s; s.require()"
        )
        if starts.returncode:
            reason = f"no ordinary user can grade here: {starts.stderr.strip()[-300:]}"
            warnings.warn(reason, stacklevel=1)
            pytest.skip(reason)
        run = as_ordinary_user(
            *(folder, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist"),
            *(__file__, "-rp", "-k", " or ".join(f"test_{kind}" for kind in KINDS)),
        )
    passed = set(re.findall(r"^PASSED .*::test_(\w+)\[", run.stdout, re.MULTILINE))
    said = f"{run.stdout[-6000:]}\n{run.stderr[-2000:]}"
    assert run.returncode == 0 and passed == set(KINDS), said


@of_kind("awkward")
def test_awkward(case: Case, world, release, engine):
    run(case, world, release, engine)


@of_kind("hostile")
def test_hostile(case: Case, world, release, engine):
    run(case, world, release, engine)


@of_kind("malformed")
def test_malformed(case: Case, world, release, engine):
    run(case, world, release, engine)


def as_ordinary_user(folder: str, *arguments: str) -> subprocess.CompletedProcess:
    """A Python program run by nobody in particular, in the end of its own if it takes too long."""
    started = Path(__file__).with_name("as_ordinary_user.py")
    command = [sys.executable, str(started), str(ORDINARY_USER), folder, sys.executable, *arguments]
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "CORPUS_"))}
    return subprocess.run(
        command,
        env=environment | {"CORPUS_SHARE": "3"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )


@pytest.mark.parametrize(
    "name",
    ["line\nbreak", "‮tcejorp", "🎯 emoji", "x" * 255, "a'; DROP TABLE student; --",
     "<img onerror=PWN()>",
     "-rf", "#", "tab\there", b"latin-\xfc".decode("utf-8", "surrogateescape")],
    ids=ascii,
)  # fmt: skip
def test_a_folder_of_any_name_is_graded(name, tmp_path, release, engine):
    try:
        place = tmp_path / "submitted" / name / ASSIGNMENT
        place.mkdir(parents=True)
    except OSError as error:
        pytest.skip(f"this file system cannot hold the name: {error.strerror}")
    (place / "linear-layer.ipynb").write_text(json.dumps(solved()), encoding="utf-8")
    result, _ = grade_folder(tmp_path, release, engine)
    assert result.verdict is Verdict.PASSED


def test_the_same_submission_and_seed_give_the_same_result(release, engine):
    for case in cases("hostile")[:2] + cases("awkward")[:2]:
        first, second = (grade(case.bytes(), release, b"seed", engine)[0] for _ in range(2))
        assert without_time(first) == without_time(second), case.name


def run(case: Case, world: bystanders.World, release: Release, engine: Runner) -> None:
    """Grade ``case`` and its neighbor; everything that is not as it must be is one failure."""
    require(case)
    with patience(PATIENCE, engine, world):
        engine.limits = ENDLESS if case.endless else LIMITS
        if case.place:
            result, rebuilt = grade_folder(world.hand_in(case), release, engine)
        else:
            result, rebuilt = grade(case.bytes(world.places), release, seed_of(case), engine)
    problems = [*unexpected(case, result, release), *exposed(case, result, rebuilt, world)]
    problems += shown_unsafely(release, result, rebuilt)
    if case.blind:
        other, _ = grade(case.bytes(world.places), release, seed_of(case)[::-1], engine)
        if (first := told(result)) != (second := told(other)):
            problems.append(f"hidden inputs are shown: {first} and, for others, {second}")
    problems += world.changes()
    if case.kind == "hostile":
        problems += grade_neighbor(world, release, engine)
    assert not problems, f"{case.path}: {case.what}\n  " + "\n  ".join(problems)


@contextlib.contextmanager
def patience(seconds: float, engine: Runner, world: bystanders.World) -> Iterator[None]:
    """Fails what is inside after ``seconds``: a case that holds up the grader fails alone."""

    def give_up(*_):
        pytest.fail(f"not graded after {seconds:g} seconds", pytrace=False)

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if engine.process is None or engine.process.poll() is not None:
            engine.start()  # lost with this case, which fails; the next ones start as it did
            world.remember()


def seed_of(case: Case) -> bytes:
    """The same in every run, so that a failure can be repeated; CORPUS_SEED draws others."""
    return hashlib.sha256(os.environ.get("CORPUS_SEED", case.name).encode()).digest()


def told(result: SubmissionResult) -> list[str]:
    """What a case got into the words about its checks, by the token that marks it."""
    words = json.dumps({name: check.to_dict() for name, check in result.checks.items()})
    return sorted(set(re.findall(rf"{bystanders.LEAK}[^\s\\\"]*", words)))


def published(release: Release, engine: Runner) -> str:
    """The inputs that feedback shows, as anybody learns them who hands in this case."""
    (case,) = (case for case in cases("hostile") if case.name == "leaks-cases-by-exceptions")
    result, _ = grade(case.bytes(), release, b"published", engine)
    return next(
        (word.removeprefix(bystanders.LEAK).rstrip(":") for word in told(result)), "nothing"
    )


def require(case: Case) -> None:
    have = {
        "linux": sys.platform == "linux",
        "x86_64": sys.platform == "linux" and platform.machine() == "x86_64",
        "root": hasattr(os, "geteuid") and os.geteuid() == 0,
    }
    for need in case.needs:
        if not have[need]:
            pytest.skip(f"needs {need}")


def grade_folder(course, release: Release, engine: Runner):
    """What grading makes of the one submission handed in for grading in ``course``."""
    found, _ = submissions.find(course, release)
    (submission,) = (s for s in found if s.student != bystanders.NEIGHBOR)
    return batch.grade_one(partial(grade, runner=engine), submission.read(), release, b"seed")


def grade_neighbor(world: bystanders.World, release: Release, engine: Runner) -> list[str]:
    """The honest submission before and after each hostile one must not notice anything."""
    result, _ = grade(world.neighbor, release, b"neighbor", engine)
    return [] if result.verdict is Verdict.PASSED else [
        f"the next submission, a right one: {name}: {check.verdict}, {check.message[:200]}"
        for name, check in result.checks.items()
        if not check.passed
    ]  # fmt: skip


def unexpected(case: Case, result: SubmissionResult, release: Release) -> Iterator[str]:
    """Verdicts, points and notices that are not those the case asks for."""
    if list(result.checks) != [cell.grade_id for cell in release.checks]:
        yield f"the checks are {list(result.checks)}"
    for cell in release.checks:
        check, allowed = result.checks[cell.grade_id], case.expected[cell.grade_id]
        if check.verdict.value not in allowed:
            due = " or ".join(sorted(allowed))
            yield f"{cell.grade_id}: {check.verdict}, not {due}: {check.message[:400]}"
        if check.max_points != cell.points or not 0 <= check.points <= cell.points:
            yield f"{cell.grade_id}: {check.points} of {check.max_points} points"
        if check.verdict in NO_POINTS and check.points:
            yield f"{cell.grade_id}: {check.points} points for {check.verdict}"
        if check.passed and check.points != cell.points:
            yield f"{cell.grade_id}: passed with {check.points} points"
    verdicts = {check.verdict for check in result.checks.values()}
    if verdicts == {Verdict.PASSED} and result.verdict is not Verdict.PASSED:
        yield f"all checks passed and the submission's verdict is {result.verdict}"
    if Verdict.REVIEW in verdicts and not result.verdict.needs_person:
        yield f"a check is for a person to review and the submission's verdict is {result.verdict}"
    notices = "\n".join(result.notices)
    yield from (f"no notice about {word}" for word in case.noticed if word not in notices)


def exposed(case: Case, result: SubmissionResult, rebuilt, world) -> Iterator[str]:
    """Secrets, successes and hidden cases in what was kept of the run."""
    outputs = json.dumps([cell.outputs for cell in result.cells])
    kept = json.dumps(result.to_dict()) + json.dumps(rebuilt)
    if bystanders.LEAK in outputs + json.dumps(rebuilt) + (kept if not case.blind else ""):
        yield "a hidden case in what was kept of the run"
    for word in (bystanders.HOLE, *case.absent):
        if word in kept:
            at = kept.index(word)
            yield f"{word!r} in what was kept: …{kept[max(0, at - 80) : at + 160]}…"
    if world.secret in kept:
        yield "a secret of the machine in what was kept"
    yield from (f"{text!r} is not among the outputs" for text in case.shown if text not in outputs)
    if len(kept) > 40 * 2**20:
        yield f"{len(kept)} characters were kept"


def shown_unsafely(release: Release, result: SubmissionResult, rebuilt) -> Iterator[str]:
    """Live script in what instructors and students are shown."""
    graded = graded_notebook(release, result, rebuilt)
    try:
        nbformat.validate(graded)
    except nbformat.ValidationError as error:
        yield f"no valid notebook: {error}"
    yield from bystanders.live_script("feedback", feedback.page(release, "mallory", result, graded))
    for cell in graded.cells:
        if cell.cell_type != "code":
            yield from bystanders.live_markdown(cell.source)
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            yield from bystanders.live_script("output", str(data.get("text/html", "")))
            odd = set(data) - {"text/plain", "text/html", "image/png"}
            yield from (f"an output of type {kind}" for kind in odd)
            if "\x1b" in json.dumps(output, ensure_ascii=False):
                yield "a terminal escape in an output"


def without_time(result: SubmissionResult) -> dict:
    return result.to_dict() | {"seconds": 0, "cells": [], "checks": result.to_dict()["checks"]}


def test_every_case_is_read_and_each_kind_is_large_enough():
    for kind in KINDS:
        found = cases(kind)
        assert len(found) >= LEAST[kind]
        for case in found:
            assert set(case.expected) == {f"check-{name}" for name in ANSWERS}
            assert all(v in set(Verdict) for allowed in case.expected.values() for v in allowed)
