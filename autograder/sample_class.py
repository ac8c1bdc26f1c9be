"""A made-up class to try grading on: one right, six wrong in their own ways, one empty, one broken.

What the wrong ones hand in stands in ``sample_submissions/``, a file a student: the text after a
line ``# %% forward`` goes into the answer with this grade_id; the other answers are the solution's.
"""

from __future__ import annotations

import copy
import re
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.files import write_atomically
from autograder.release import Release, course_root, load, notebook_path

ASSIGNMENT = "02-linear-layer"
SOURCES = Path(__file__).parent / "sample_submissions"
RIGHT, EMPTY, BROKEN, ENDLESS = "right", "no-notebook", "not-a-notebook", "never-ends"


def hand_in(course: Path, root: Path | None = None) -> int:
    """Put the class into ``course``/submitted, unless there is something already.

    Returns:
        How many submissions were made: 0 if there were some before.
    """
    submitted = course / "submitted"
    if submitted.is_dir() and any(not path.name.startswith(".") for path in submitted.iterdir()):
        return 0
    root = root or course_root()
    release, right = load(ASSIGNMENT, root), right_answers(root)
    notebooks = {RIGHT: notebook_with(release, right)}
    for path in sorted(SOURCES.glob("*.py")):
        notebooks[path.stem] = notebook_with(release, right | answers_in(path.read_text("utf-8")))
    texts = {student: nbformat.writes(nb) for student, nb in notebooks.items()}
    # Saved halfway: what a full disk or a broken upload leaves.
    texts[BROKEN] = texts[RIGHT][: len(texts[RIGHT]) // 2]
    for student, text in texts.items():
        folder = submitted / student / ASSIGNMENT
        write_atomically(folder / f"{release.notebook}.ipynb", text)
    (submitted / EMPTY / ASSIGNMENT).mkdir(parents=True)
    return len(texts) + 1


def crowd(course: Path, size: int, root: Path | None = None) -> None:
    """Hand in for a class of ``size``: seven of ten right, the others wrong in five ways.

    For measuring; no two notebooks are equal. Nobody's work takes longer than it should.
    """
    root = root or course_root()
    release, right = load(ASSIGNMENT, root), right_answers(root)
    wrong = [
        right | answers_in(path.read_text("utf-8"))
        for path in sorted(SOURCES.glob("*.py"))
        if path.stem != ENDLESS
    ]
    for number in range(size):
        answers = right if number % 10 < 7 else wrong[number % len(wrong)]
        answers = {name: f"# {number}\n{source}" for name, source in answers.items()}
        folder = course / "submitted" / f"student-{number:05}" / ASSIGNMENT
        text = nbformat.writes(notebook_with(release, answers))
        write_atomically(folder / f"{release.notebook}.ipynb", text)


def right_answers(root: Path) -> dict[str, str]:
    """The solution's source for each answer, by grade_id, without the marks around solutions."""
    nb = nbformat.read(notebook_path(ASSIGNMENT, root, "solutions"), as_version=4)
    marks = re.compile(r"^ *### (BEGIN|END) SOLUTION\n?", re.MULTILINE)
    return {
        cell.metadata.nbgrader.grade_id: marks.sub("", cell.source)
        for cell in nb.cells
        if cell.metadata.get("nbgrader", {}).get("solution")
    }


def answers_in(text: str) -> dict[str, str]:
    """The answers in a file of ``sample_submissions/``, by grade_id."""
    _, *parts = re.split(r"^# %% ([\w-]+)\n", text, flags=re.MULTILINE)
    return {name: text.strip("\n") for name, text in zip(parts[::2], parts[1::2], strict=True)}


def notebook_with(release: Release, answers: dict[str, str]) -> NotebookNode:
    """The released notebook with ``answers`` written into it.

    Raises:
        KeyError: an answer for a cell that the release does not have.
    """
    nb = copy.deepcopy(release.nb)
    cells = {
        cell.metadata.nbgrader.grade_id: cell for cell in nb.cells if "nbgrader" in cell.metadata
    }
    for grade_id, source in answers.items():
        cells[grade_id].source = source
    return nb
