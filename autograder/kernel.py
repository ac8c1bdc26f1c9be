"""The learner's face: `check` says what is wrong and which idea is behind it; `progress`."""

from __future__ import annotations

import json
import os
import secrets
from html import escape
from pathlib import Path
from typing import Any

from autograder import checks, present, probes
from autograder.checks import judge
from autograder.errors import UserError
from autograder.results import Result, Verdict

PROGRESS_FILE = "LINEAR_PROGRESS_FILE"  # environment variable: where progress is kept


class CheckFailed(Exception):
    """A check did not pass. Notebooks show its message alone, without a traceback."""

    def __init__(self, message: str, result: Result | None = None):
        super().__init__(message)
        self.result = result

    def _render_traceback_(self) -> list[str]:
        # IPython's hook for exceptions that know how to show themselves.
        return [str(self)]


class NotWrittenYet(CheckFailed, NotImplementedError):
    """The stub is still there: the first place where *Run All* stops."""


def evaluate(name: str, *objects: Any, seed: int | None = None) -> Result:
    """The result of the check ``name`` on ``objects``, without showing anything.

    ``seed`` draws the cases; None draws fresh ones each time. Raises UserError for a name that does
    not exist or another number of objects than the check takes.
    """
    check = checks.find(name)
    if len(objects) != 1:
        given = f"{len(objects)} objects" if objects else "nothing"
        raise UserError(
            f'The check "{name}" takes one object and was given {given}. '
            f'Write `check("{name}", {check.takes})`.'
        )
    seed = secrets.randbits(64) if seed is None else seed
    with probes.silenced():
        return judge.evaluate(
            check.exam(seed), lambda case: check.answer(objects[0], case), reveal=True
        )


def check(name: str, *objects: Any) -> None:
    """Check your work: shows what was tried, what came out and what was due.

    ``name`` is the check's name, such as ``"linear-layer/forward"``; then comes your class or
    function itself. Raises `CheckFailed` unless everything is right, so that *Run All* stops here.
    """
    try:
        result = evaluate(name, *objects)
    except UserError as error:
        raise CheckFailed(str(error)) from None
    _remember(result)
    show(result)
    if not result.passed:
        kind = NotWrittenYet if _unwritten(result) else CheckFailed
        reason = " (NotImplementedError)" if kind is NotWrittenYet else ""
        raise kind(f"{present.headline(result)}{reason}", result) from None


def _unwritten(result: Result) -> bool:
    return result.verdict is Verdict.MISSING


def show(result: Result) -> None:
    """The card in a notebook, plain text anywhere else."""
    if _in_notebook():
        from IPython.display import display

        display({"text/html": present.card(result), "text/plain": present.text(result)}, raw=True)
    else:
        print(present.text(result))


def _in_notebook() -> bool:
    try:
        from IPython import get_ipython
    except ImportError:
        return False
    shell = get_ipython()
    return shell is not None and hasattr(shell, "kernel")


def _progress_path() -> Path:
    if os.environ.get(PROGRESS_FILE):
        return Path(os.environ[PROGRESS_FILE])
    from jupyter_core.paths import jupyter_data_dir

    return Path(jupyter_data_dir()) / "linear-from-the-ground-up" / "progress.json"


def _read_progress() -> dict[str, float]:
    try:
        best = json.loads(_progress_path().read_text(encoding="utf-8"))
        return {str(name): float(points) for name, points in best.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _remember(result: Result) -> None:
    """Keep the best points so far; where they cannot be kept, nothing else breaks."""
    if not result.max_points and not result.passed:
        return  # an extra is either done or open; there are no points to keep
    best = _read_progress()
    if best.get(result.name, -1.0) >= result.points:
        return
    path = _progress_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch = path.with_suffix(f".{os.getpid()}.tmp")
        scratch.write_text(json.dumps(best | {result.name: result.points}), encoding="utf-8")
        scratch.replace(path)
    except OSError:
        return


def progress() -> None:
    """Show where you stand: your best points so far for every check of every assignment."""
    best = _read_progress()
    table = [
        (assignment, check.name, best.get(check.name), check.max_points)
        for chapter, assignment in checks.ASSIGNMENTS.items()
        for check in checks.chapter_checks(chapter)
    ]
    if _in_notebook():
        from IPython.display import display

        display({"text/html": _progress_html(table), "text/plain": _progress_text(table)}, raw=True)
    else:
        print(_progress_text(table))


def _standing(points: float | None, most: float) -> str:
    if points is None:
        return "○ not tried"
    return "✔ done" if points >= most else ("◐ partly" if points else "✘ not yet")


def _share(points: float | None, most: float) -> str:
    return f"{present.points(points or 0)} / {present.points(most)}" if most else "extra"


def _progress_text(table: list) -> str:
    lines = []
    for assignment in dict.fromkeys(row[0] for row in table):
        rows = [row for row in table if row[0] == assignment]
        got, most = (sum(row[i] or 0 for row in rows) for i in (2, 3))
        lines.append(f"{assignment}: {present.points(got)} of {present.points(most)} points")
        lines += [f"  {_standing(p, m):12} {name}" for _, name, p, m in rows]
    return "\n".join(lines)


def _progress_html(table: list) -> str:
    blocks = []
    for assignment in dict.fromkeys(row[0] for row in table):
        rows = [row for row in table if row[0] == assignment]
        got, most = (sum(row[i] or 0 for row in rows) for i in (2, 3))
        body = "".join(
            f'<tr style="background:none"><td style="text-align:left">{_standing(p, m)}</td>'
            f'<td style="text-align:left"><code>{escape(name)}</code></td>'
            f'<td style="text-align:right">{_share(p, m)}</td></tr>'
            for _, name, p, m in rows
        )
        blocks.append(
            f"<p style='margin:.4em 0'><strong>{escape(assignment)}</strong>: "
            f"{present.points(got)} of {present.points(most)} points "
            f'<progress value="{got}" max="{most}" aria-label="{escape(assignment)}">'
            "</progress></p>"
            f'<table style="border:none;margin:.3em 0">{body}</table>'
        )
    return "".join(blocks)
