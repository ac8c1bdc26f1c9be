"""`make bench`: measures, prints tables and adds the figures to _build/bench.json.

Speed is never asserted in a test. Each part runs alone (``make bench PART=engine``); figures carry
their unit in the name, and parts that are compared run side by side on the same machine.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from autograder.files import write_atomically
from autograder.release import course_root, load

ASSIGNMENT = "02-linear-layer"
Figures = dict[str, float]


def main() -> int:
    """Run the parts named on the command line, or all of them."""
    parser = argparse.ArgumentParser(prog="autograder.bench", description=__doc__.split("\n")[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of: {', '.join(PARTS)}")
    names = parser.parse_args().parts or list(PARTS)
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
    """Milliseconds a phase of grading one right submission, medians over ``rounds``."""
    from autograder import checks, notebook
    from autograder.grade import grade
    from autograder.runner import shared

    root = course_root()
    release, runner = load(ASSIGNMENT, root), shared()
    data = (root / f"solutions/{ASSIGNMENT}/{release.notebook}.ipynb").read_bytes()
    started = time.perf_counter()
    runner.start()
    figures = {"engine_server_start_s": time.perf_counter() - started}
    grade(data, release, b"warm", runner)
    phases: dict[str, list[float]] = {}

    def timed(phase: str, action: Callable):
        began = time.perf_counter()
        result = action()
        phases.setdefault(phase, []).append((time.perf_counter() - began) * 1e3)
        return result

    for number in track(range(rounds), description="engine"):
        cells = timed("read", lambda: notebook.read(data))
        rebuilt = timed("rebuild", lambda cells=cells: notebook.rebuild(release, cells))
        with runner.session() as session:
            timed("fork_and_confine", session.ready)
            steps = [step for step in rebuilt.steps if step.do == "run"]
            timed(
                "run_cells",
                lambda steps=steps, session=session: [
                    session.cell(step.cell.id, step.cell.source, keep=True) for step in steps
                ],
            )
            timed("reap", session.stop)
        for check in checks.chapter_checks("linear-layer"):
            timed(
                "truth",
                lambda check=check, number=number: [
                    check.answer(check.reference, case) for case in check.draw(number)
                ],
            )
        timed("whole", lambda number=number: grade(data, release, str(number).encode(), runner))
    per_check = len(checks.chapter_checks("linear-layer"))
    phases["truth"] = [
        sum(phases["truth"][i : i + per_check]) for i in range(0, len(phases["truth"]), per_check)
    ]
    runner.close()
    return figures | {
        f"engine_{phase}_ms": statistics.median(values) for phase, values in phases.items()
    }


def book() -> Figures:
    """Seconds for a build from nothing and for one with nothing changed."""
    root = course_root()
    for entry in (root / "_build").glob("*"):
        if entry.is_dir():  # bench.json stays
            shutil.rmtree(entry)
        elif entry.name != "bench.json":
            entry.unlink()
    figures = {}
    for name in ("book_cold_s", "book_unchanged_s"):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "linearbook.build"], cwd=root, check=True)
        figures[name] = time.perf_counter() - started
    return figures


PARTS: dict[str, Callable[[], Figures]] = {"engine": engine, "book": book}


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
