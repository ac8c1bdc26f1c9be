"""`make bench`: measures, prints tables and adds the figures to _build/bench.json.

Speed is never asserted in a test. Each part runs alone (``make bench PART=engine``); figures carry
their unit in the name, and parts that are compared run side by side on the same machine.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import logging
import os
import platform
import secrets
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from rich.console import Console
from rich.progress import Progress, track
from rich.table import Table

from autograder import sample_class
from autograder.files import write_atomically
from autograder.release import Release, course_root, load

ASSIGNMENT = "02-linear-layer"
Figures = dict[str, float]


def main() -> int:
    """Run the parts named on the command line, or all of them that take minutes."""
    parser = argparse.ArgumentParser(prog="autograder.bench", description=__doc__.split("\n")[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of: {', '.join(PARTS)}")
    names = parser.parse_args().parts or [name for name in PARTS if name not in HOURS]
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        print(f"bench: no part {unknown[0]!r}; there is: {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    screen = Console()
    for name in names:
        figures = PARTS[name]()
        _show(screen, name, figures)
        _keep(figures)
    return 0


def engine(rounds: int = 40) -> Figures:
    """Milliseconds a phase of grading one right submission, medians over ``rounds``.

    ``whole`` is what one submission of a class takes: the exams are drawn already (``exam``, once
    for each of `batch.EXAMS`), and no answer was seen before. The phases above it add up to nearly
    that.
    """
    from autograder import grade as steps
    from autograder import notebook
    from autograder.runner import Runner

    release, runner = load(ASSIGNMENT, course_root()), Runner()
    solution = course_root() / "solutions" / ASSIGNMENT / f"{release.notebook}.ipynb"
    data = solution.read_bytes()
    phases: dict[str, list[float]] = {}

    def timed(phase: str, action: Callable, *arguments):
        began = time.perf_counter()
        result = action(*arguments)
        phases.setdefault(phase, []).append((time.perf_counter() - began) * 1e3)
        return result

    def begin(stack: contextlib.ExitStack):
        session = stack.enter_context(runner.session())
        session.ready()
        return session

    def ask(session, seed: bytes) -> list:
        return [
            (cell, exam, list(session.probes(list(requests.values()))))
            for cell in release.checks
            for exam in [steps._exam(cell.check, steps._digest(seed, cell))]
            for requests in [steps._requests(exam, cell.bindings, cell.grade_id)]
        ]

    def judge(asked: list, rebuilt: notebook.Rebuilt) -> None:
        for cell, exam, answers in asked:
            result = steps._judged(exam, cell.bindings, answers, None, False)
            found = steps._found(cell, *steps._sources_around(cell, rebuilt))
            assert result.passed and not found, f"{cell.check}: {result.message} {found}"

    with contextlib.closing(runner):
        began = time.perf_counter()
        runner.start()
        figures = {"engine_server_start_s": time.perf_counter() - began}
        steps.grade(data, release, b"warm", runner)
        for number in track(range(rounds), description="engine"):
            seed = b"%d" % number
            cells = timed("read", notebook.read, data)
            rebuilt = timed("rebuild", notebook.rebuild, release, cells)
            timed("exam", _draw, steps, release, seed)
            with contextlib.ExitStack() as stack:
                session = timed("fork_and_confine", begin, stack)
                timed("run_cells", steps._run_and_hold, rebuilt, release, session)
                asked = timed("probes", ask, session, seed)
                steps._concluded.clear()
                timed("judge", judge, asked, rebuilt)
                timed("reap", stack.close)
            steps._concluded.clear()
            timed("whole", steps.grade, data, release, seed, runner)
    return figures | {f"engine_{phase}_ms": statistics.median(v) for phase, v in phases.items()}


def _draw(steps: ModuleType, release: Release, seed: bytes) -> None:
    """The cases of every check, what is due on them, and the requests that ask for it."""
    for cell in release.checks:
        exam = steps._exam(cell.check, steps._digest(seed, cell))
        assert len(exam.truths) == len(steps._requests(exam, cell.bindings, cell.grade_id))


SIZES = (10, 100, 1000)
STOCK = 6  # what stock nbgrader grades one by one costs the same each; more would only take longer


def grading() -> Figures:
    """Stock nbgrader and this grader on the same class, in one run, confined as always.

    Rates count everything from the start of the command to the last mark in the gradebook and the
    table; feedback is apart. ``_startup_s`` is what passes before the first result. Of stock's, the
    start-up is not counted: for a class it is next to nothing. Half of stock's part comes first and
    half last, because a machine is not equally fast all the time.
    """
    figures: Figures = {}
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        place = Path(folder)
        sample_class.crowd(place / "stock", STOCK)
        sample_class.crowd(place / "stock again", STOCK)
        seconds = stock(place / "stock")
        for size in SIZES:
            course = place / str(size)
            sample_class.crowd(course, size)
            figures |= _graded(course, size)
        seconds += stock(place / "stock again")
        figures["grading_stock_per_minute"] = 60 * 2 * STOCK / seconds
        most = SIZES[-1]
        figures["grading_per_minute"] = figures[f"grading_{most}_per_minute"]
        figures["grading_ratio"] = (
            figures["grading_per_minute"] / figures["grading_stock_per_minute"]
        )
        figures |= _feedback(place / str(most), most, place / "stock")
    return figures | {f"grading_{name}": ms for name, ms in engine(20).items()}


def stock(course: Path) -> float:
    """Seconds in which nbgrader's own Autograde, with its own settings, grades ``course``."""
    from nbgrader.converters import Autograde

    from autograder.gradebook import Gradebook

    with Gradebook(course) as gradebook:
        gradebook.prepare(load(ASSIGNMENT))
    return _timed(_nbgrader(Autograde, course).start)


def _nbgrader(converter: type, course: Path):
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    log = logging.Logger("stock", logging.ERROR)
    config = Config()
    config.CourseDirectory.root = str(course.resolve())
    config.CourseDirectory.assignment_id = ASSIGNMENT
    return converter(coursedir=CourseDirectory(config=config, log=log), config=config, log=log)


def _timed(action: Callable, *arguments) -> float:
    started = time.perf_counter()
    action(*arguments)
    return time.perf_counter() - started


# Run in a process of its own, so that its memory is its own.
_GRADE = """
import json, resource, sys, time
from pathlib import Path
course, started, times = Path(sys.argv[1]), time.perf_counter(), []
from autograder import lean, batch, release, submissions
released = release.load(sys.argv[2])
found, _ = submissions.find(course, released)
memory = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
peaks = []
def done(student, result):
    times.append(time.perf_counter() - started)
    peaks.append(memory())
shares = {"store": 0.0, "gradebook": 0.0}
def timing(owner, name, share):
    original = getattr(owner, name)
    def timed(*arguments):
        began = time.perf_counter()
        try:
            return original(*arguments)
        finally:
            shares[share] += time.perf_counter() - began
    setattr(owner, name, timed)
timing(batch._Record, "store", "store")
timing(batch.Gradebook, "record_all", "gradebook")
batch.grade_class(released, course, found, int(sys.argv[3]), done=done)
print(json.dumps({"whole": time.perf_counter() - started, "first": times[0],
                  "peak": memory(), "middle": peaks[len(peaks) // 2], **shares}))
"""


def _graded(course: Path, size: int) -> Figures:
    jobs = str(os.cpu_count() or 1)
    command = [sys.executable, "-c", _GRADE, str(course), ASSIGNMENT, jobs]
    with Console().status(f"grading {size}"):
        run = subprocess.run(command, cwd=course_root(), check=True, capture_output=True, text=True)
    seen = json.loads(run.stdout.splitlines()[-1])
    figures = {
        f"grading_{size}_s": seen["whole"],
        f"grading_{size}_startup_s": seen["first"],
        f"grading_{size}_per_minute": 60 * size / seen["whole"],
    }
    if size == SIZES[-1]:
        figures |= {
            "grading_parent_peak_mb": seen["peak"],
            "grading_parent_grows_mb": seen["peak"] - seen["middle"],
            "grading_gradebook_ms": 1e3 * seen["gradebook"] / size,
            "grading_journal_and_notebook_ms": 1e3 * (seen["store"] - seen["gradebook"]) / size,
        }
    return figures


def _feedback(course: Path, size: int, stock_course: Path) -> Figures:
    """Pages of feedback for everyone, beside stock nbgrader's on the class that it graded."""
    from nbgrader.converters import GenerateFeedback

    from autograder import feedback

    ours = _timed(feedback.write_all, course, load(ASSIGNMENT), os.cpu_count() or 1)
    theirs = _timed(_nbgrader(GenerateFeedback, stock_course).start)
    return {
        f"feedback_{size}_s": ours,
        "feedback_page_ms": 1e3 * ours / size,
        "feedback_stock_page_ms": 1e3 * theirs / STOCK,
        "feedback_page_ratio": (theirs / STOCK) / (ours / size),
    }


# What a build of the book reads, apart from what is installed.
BOOK = ("_config.yml", "_toc.yml", "constraints.txt", "book", "exercises")
ONE_PAGE = "book/linear-layer/under-the-hood-backward.md"


def book() -> Figures:
    """Seconds for the book from nothing, unchanged and with one page changed, and plainly.

    Plainly is `jupyter-book build` on a copy of the same tree, which runs one page after another.
    """
    figures: Figures = {}
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        ours, plain = Path(folder, "ours"), Path(folder, "plain")
        for copy in (ours, plain):
            copy.mkdir()
            for name in BOOK:
                source = course_root() / name
                put = shutil.copytree if source.is_dir() else shutil.copy
                put(source, copy / name)
        build = [sys.executable, "-m", "linearbook.build", "--root", str(ours)]
        figures["book_cold_s"] = _timed(_run, build)
        figures["book_unchanged_s"] = _timed(_run, build)
        with (ours / ONE_PAGE).open("a", encoding="utf8") as page:
            page.write("\n```{code-cell}\nx.shape\n```\n")
        figures["book_one_page_s"] = _timed(_run, build)
        main = "from jupyter_book.cli.main import main; main()"
        figures["book_plain_cold_s"] = _timed(
            _run, [sys.executable, "-c", main, "build", str(plain)]
        )
    figures["book_plain_ratio"] = figures["book_plain_cold_s"] / figures["book_cold_s"]
    return figures


def _run(command: list[str]) -> None:
    # A check that a page runs is not the reader's own progress.
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"LINEAR_PROGRESS_FILE": f"{folder}/progress.json"}
        subprocess.run(command, check=True, env=environment)


SEEDS = 1000  # fresh ones for each check, on the solution and on each wrong idea


def flakiness(seeds: int = SEEDS) -> Figures:
    """How often a check changed its verdict on one and the same program, which must be never.

    The long one: hours. ``_runs`` counts programs times seeds.
    """
    from autograder import checks
    from autograder import flakiness as steady

    names, base, screen = checks.names(), secrets.token_hex(8), Console()
    blocks = len(names) * -(-seeds // steady.BLOCK)
    with Progress(console=screen, transient=True) as progress:
        task = progress.add_task("flakiness", total=blocks)
        jobs = os.cpu_count() or 1
        whole = steady.run(names, base, seeds, jobs, lambda: progress.advance(task))
    table = Table(title=f"verdicts on {seeds} seeds, from {base}-0")
    for heading in ("check", "programs", "runs", "unsteady"):
        table.add_column(heading, justify="left" if heading == "check" else "right")
    for name, seen in whole.items():
        runs = sum(counts.total() for counts in seen.values())
        table.add_row(name, str(len(seen)), str(runs), str(len(steady.unsteady({name: seen}))))
    screen.print(table)
    unsteady = steady.unsteady(whole)
    for line in unsteady:
        screen.print(line, markup=False, soft_wrap=True)
    return {
        "flakiness_seeds": seeds,
        "flakiness_runs": sum(c.total() for seen in whole.values() for c in seen.values()),
        "flakiness_unsteady": len(unsteady),
    }


def pages() -> Figures:
    """Weights of the built pages and Lighthouse's scores, beside a stock Jupyter Book."""
    from autograder import bench_pages

    return bench_pages.pages(Path(course_root()))


def cluster() -> Figures:
    """Rates with worker processes of a scheduler on this machine, and what one writer carries."""
    from autograder import bench_cluster

    return bench_cluster.cluster()


HOURS = {"flakiness"}  # parts that run only when they are asked for
PARTS: dict[str, Callable[[], Figures]] = {
    "engine": engine,
    "grading": grading,
    "cluster": cluster,
    "book": book,
    "flakiness": flakiness,
    "pages": pages,
}


def _show(screen: Console, name: str, figures: Figures) -> None:
    table = Table(title=f"{name} on {platform.machine()}, {os.cpu_count()} cores")
    table.add_column("figure")
    table.add_column("value", justify="right")
    for key, value in figures.items():
        table.add_row(key, f"{value:.2f}")
    screen.print(table)


def _keep(figures: Figures) -> None:
    """Add to the figures of earlier parts."""
    path = Path(course_root()) / "_build" / "bench.json"
    try:
        before = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        before = {}
    write_atomically(path, json.dumps(before | figures, indent=1).encode())


if __name__ == "__main__":
    sys.exit(main())
