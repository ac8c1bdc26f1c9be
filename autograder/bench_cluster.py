"""What a cluster brings: rates with 1, 2 and 4 worker processes, and how far one writer reaches.

All on this machine, over loopback: more workers than cores show what sharing costs, not what more
machines bring. That follows from the writer: the processor time that a submission takes of the one
process that keeps the journal and the gradebook, whoever graded it.
"""

from __future__ import annotations

import os
import resource
import shutil
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from rich.console import Console

from autograder import batch, sample_class, submissions
from autograder.cluster import Cluster, connect
from autograder.loopback import Processes
from autograder.release import Release, course_root, load, notebook_path

ASSIGNMENT = sample_class.ASSIGNMENT
WORKERS = (1, 2, 4)
SOME = 200  # submissions for a rate
MANY = 10_000
MOST_SECONDS = 600  # what a measurement of so many may take; else they are simulated
WARM = 6  # submissions for each worker before the clock runs, which start its server


def cluster() -> dict[str, float]:
    """``_per_minute`` without start-up. ``_writer_ms`` and ``_scheduler_ms`` are processor time a
    submission; ``_writer_carries`` is how many workers like these one writer keeps up with.
    """
    screen, figures = Console(), {}
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        place = Path(folder)
        sample_class.crowd(place / "some", SOME)
        for count in WORKERS:
            with screen.status(f"{SOME} submissions, {count} workers"), _workers(count) as (_, run):
                seconds, _ = graded(place / "some", run)
            figures[f"cluster_{count}_per_minute"] = 60 * SOME / seconds
        with screen.status(f"{SOME} submissions, {os.cpu_count()} processes without a scheduler"):
            seconds, _ = graded(place / "some", None)
        figures["cluster_none_per_minute"] = 60 * SOME / seconds
        figures |= _many(place / "many", figures, screen)
    alone = figures["cluster_1_per_minute"] / 60
    figures["cluster_writer_per_minute"] = 60_000 / figures["cluster_writer_ms"]
    figures["cluster_writer_carries"] = 1000 / figures["cluster_writer_ms"] / alone
    return figures


def _many(course: Path, figures: dict[str, float], screen: Console) -> dict[str, float]:
    count = WORKERS[1]
    expected = 60 * MANY / figures[f"cluster_{count}_per_minute"]
    simulated = expected > MOST_SECONDS
    how = "simulated: no learner's code ran" if simulated else "graded"
    with screen.status(f"{MANY} submissions made up"):
        sample_class.crowd(course, MANY)
    with screen.status(f"{MANY} submissions, {how}"), _workers(count) as (processes, run):
        before = processes.scheduler_seconds()
        grade = as_the_first if simulated else None
        seconds, writer = graded(course, run, grade)
        scheduler = processes.scheduler_seconds() - before
    screen.print(
        f"{MANY} submissions {how}, with {count} workers in {seconds:.0f} s; "
        f"to grade them takes {expected:.0f} s"
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "cluster_many_s": seconds,
        "cluster_many_simulated": float(simulated),
        "cluster_many_per_minute": 60 * MANY / seconds,
        "cluster_writer_ms": 1e3 * writer / MANY,
        "cluster_scheduler_ms": 1e3 * scheduler / MANY,
        "cluster_parent_peak_mb": peak,
    }


@contextmanager
def _workers(count: int) -> Iterator[tuple[Processes, Cluster]]:
    """Worker processes that have graded something already, and how to reach them."""
    with Processes() as processes:
        processes.start_workers(count)
        with connect(processes.url) as run:
            while run.jobs < count:
                time.sleep(0.1)
            with tempfile.TemporaryDirectory(prefix="bench-") as folder:
                sample_class.crowd(Path(folder), WARM * count)
                graded(Path(folder), run)
            yield processes, run


def graded(
    course: Path, run: Executor | None, grade: batch.Grade | None = None, confined: bool = True
) -> tuple[float, float]:
    """Seconds, and seconds of this process's processor time, for a class; what an earlier run left
    is removed first.

    Args:
        course: from `sample_class.crowd`.
        run: where to grade; None: in processes of this machine.
        grade: instead of the engine, such as `as_the_first`.
    """
    for name in ("journal", "autograded"):
        shutil.rmtree(course / name, ignore_errors=True)
    for path in course.glob("gradebook.db*"):
        path.unlink()
    release = load(ASSIGNMENT)
    found, _ = submissions.find(course, release)
    began, used = time.perf_counter(), time.process_time()
    jobs = os.cpu_count() or 1
    batch.grade_class(release, course, found, jobs, grade, sandbox=confined, executor=run)
    return time.perf_counter() - began, time.process_time() - used


def as_the_first(data: bytes | None, release: Release, seed: bytes):
    """Grades nothing: the right solution's result, as if it had just come, for every submission."""
    return _first(release.assignment, release.notebook)


@lru_cache(maxsize=1)
def _first(assignment: str, notebook: str):
    from autograder.grade import grade

    release = load(assignment, course_root())
    path = notebook_path(assignment, course_root(), "solutions")
    return grade(path.read_bytes(), release, b"simulated", sandbox=False)  # ours, and no learner's
