"""The page that JupyterLab opens on: the assignments in order, and how far the learner has come.

It is made anew each time from the notebooks in ``exercises/``, so it names what is there.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import nbformat
from nbformat import NotebookNode, v4

from autograder import present
from autograder.errors import UserError
from autograder.files import write_atomically
from autograder.release import Release, assignments, load

START = Path("exercises", "start.ipynb")
_MINUTES = re.compile(r"· (\d+) minutes · ")
_EXERCISE = re.compile(r"^## \d+\. ", re.MULTILINE)


def open_lab(root: Path, more: list[str]) -> None:
    """Write the start page and become JupyterLab on it; ``more`` are arguments for JupyterLab.

    Raises:
        UserError: there are no exercises.
    """
    write_start_page(root)
    address = f"/lab/tree/{START.as_posix()}"
    command = ["-m", "jupyter", "lab", f"--ServerApp.root_dir={root}"]
    os.execv(sys.executable, [sys.executable, *command, f"--LabApp.default_url={address}", *more])


def write_start_page(root: Path) -> Path:
    """Write the start page, with the learner's progress as of now already in it."""
    released = [load(name, root) for name in assignments(root)]
    if not released:
        raise UserError(
            f"{root / 'exercises'}: no assignment there. Run `python -m autograder release`."
        )
    nb = start_page(released)
    path = root / START
    write_atomically(path, nbformat.writes(nb))
    _trust(nb)
    return path


def start_page(released: list[Release]) -> NotebookNode:
    """A notebook that lists ``released`` and shows the progress of whoever calls this."""
    rows = "\n".join(_row(release) for release in released)
    cells = [
        v4.new_markdown_cell(
            "# Linear, from the ground up: the exercises\n\n"
            "Open an assignment, write the answers, and run the cell below each: it says at once "
            "whether it is right, and if not, what came out, what was due, and which idea is "
            "behind it.\n\n"
            f"| Assignment | Exercises | Minutes | Points |\n|---|---|---|---|\n{rows}\n\n"
            "Take them in this order. Each exercise links to the page of the book that it "
            "goes with.",
            id="assignments",
        ),
        v4.new_markdown_cell(
            "## Your progress\n\nAs of when this page was opened. Run the cell below "
            "(*Shift+Enter*) to see it as of now.",
            id="about-progress",
        ),
        v4.new_code_cell(
            "from autograder import progress\n\nprogress()",
            id="progress",
            outputs=[_progress_now()],
        ),
    ]
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return v4.new_notebook(cells=cells, metadata=metadata)


def _row(release: Release) -> str:
    text = "\n".join(cell.source for cell in release.nb.cells if cell.cell_type == "markdown")
    title = text.partition("\n")[0].lstrip("# ").replace("|", "\\|")
    link = f"[{title}]({release.assignment}/{release.notebook}.ipynb)"
    minutes = sum(map(int, _MINUTES.findall(text)))
    exercises = len(_EXERCISE.findall(text))
    return f"| {link} | {exercises} | {minutes} | {present.points(release.max_points)} |"


def _progress_now() -> NotebookNode:
    from autograder import kernel

    data = {"text/html": kernel.progress_html(), "text/plain": kernel.progress_text()}
    return v4.new_output("display_data", data=data)


def _trust(nb: NotebookNode) -> None:
    """Sign what was just made here, or JupyterLab shows less of it than it could."""
    from nbformat.sign import NotebookNotary

    try:
        NotebookNotary().sign(nb)
    except Exception:  # no database of signatures, no home: the page is there all the same
        return
