"""A made-up class of thirty to try grading on, over all assignments.

``sample_submissions/class.yml`` says what each of them hands in and what points are due for it, so
that a test can hold the marks against it. Wrong answers come from the corpus of the checks' tests
and from ``sample_submissions/``, where a file holds one student's: the text after a line
``# %% forward`` goes into the answer with this grade_id; the other answers are the solution's.
"""

from __future__ import annotations

import copy
import re
from functools import lru_cache
from pathlib import Path

import nbformat
import yaml
from nbformat import NotebookNode

from autograder.files import write_atomically
from autograder.release import Release, assignments, course_root, load, notebook_path

ASSIGNMENT = "02-linear-layer"
SOURCES = Path(__file__).parent / "sample_submissions"
CORPUS = Path(__file__).parent / "tests" / "corpus"
ENDLESS = "never-ends"


def students() -> list[str]:
    """Who is in the class, in order."""
    return list(_class()["students"])


def work(student: str, assignment: str) -> dict:
    """What ``student`` hands in and is due: an entry of class.yml, all right where there is none.

    Keys, all optional: ``hands_in`` (``nothing``, ``half a file``, ``the exercise``), ``sample`` (a
    file of ``sample_submissions/``), ``answers`` (exercise: a file of the corpus, or check/file),
    ``below`` (exercise: code that is written below its answer), ``due`` (check: points, None for a
    person; full points where there is none).
    """
    return _class()["work"].get(assignment, {}).get(student) or {}


@lru_cache(maxsize=1)
def _class() -> dict:
    return yaml.safe_load((SOURCES / "class.yml").read_text("utf-8"))


def hand_in(course: Path, root: Path | None = None, only: list[str] | None = None) -> int:
    """Put the class into ``course``/submitted, unless there is something already.

    Args:
        only: some of the released assignments; all of them by default.

    Returns:
        How many submissions were made: 0 if there were some before.
    """
    submitted = course / "submitted"
    if submitted.is_dir() and any(not path.name.startswith(".") for path in submitted.iterdir()):
        return 0
    root, made = root or course_root(), 0
    for assignment in only or assignments(root):
        release, right = load(assignment, root), right_answers(root, assignment)
        for student in students():
            folder = submitted / student / assignment
            folder.mkdir(parents=True)
            text = _text(release, right, work(student, assignment))
            if text is not None:
                write_atomically(folder / f"{release.notebook}.ipynb", text)
            made += 1
    return made


def _text(release: Release, right: dict[str, str], entry: dict) -> str | None:
    """The notebook of one student as text; None where there is only an empty folder."""
    handed = entry.get("hands_in")
    if handed == "nothing":
        return None
    if handed == "the exercise":
        return nbformat.writes(release.nb)
    answers = dict(right)
    if "sample" in entry:
        answers |= answers_in((SOURCES / f"{entry['sample']}.py").read_text("utf-8"))
    for exercise, name in entry.get("answers", {}).items():
        # Where one answer has several checks, the name says whose corpus it is from.
        check, _, name = name.rpartition("/")
        place = CORPUS / release.assignment / (check or exercise) / "mutants" / f"{name}.py"
        answers[exercise] = place.read_text("utf-8")
    for exercise, code in entry.get("below", {}).items():
        answers[exercise] += f"\n\n{code}"
    text = nbformat.writes(notebook_with(release, answers))
    # What a full disk or a broken upload leaves.
    return text[: len(text) // 2] if handed == "half a file" else text


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


def right_answers(root: Path, assignment: str = ASSIGNMENT) -> dict[str, str]:
    """The solution's source for each answer, by grade_id, without the marks around solutions."""
    nb = nbformat.read(notebook_path(assignment, root, "solutions"), as_version=4)
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
