"""The released exercise: made from a solution by nbgrader, read back as what grading trusts."""

from __future__ import annotations

import ast
import difflib
import logging
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.errors import UserError
from autograder.files import write_atomically

STUB = "raise NotImplementedError"


@dataclass(frozen=True)
class CheckCell:
    """A locked cell that calls one check: ``check("linear-layer/forward", Linear)``."""

    grade_id: str
    check: str
    bindings: tuple[str, ...]  # the notebook's names that are handed to the check
    points: float


@dataclass(frozen=True)
class Release:
    """One assignment as it was handed out: one notebook and the checks in it."""

    assignment: str  # "02-linear-layer"
    notebook: str  # "linear-layer"
    nb: NotebookNode
    checks: tuple[CheckCell, ...]

    @property
    def max_points(self) -> float:
        return sum(check.points for check in self.checks)

    def require_pristine(self) -> None:
        """Raise UserError where a cell is not the one nbgrader released, by nbgrader's checksums.

        Whoever solved the exercise in place has put their answers into what grading would trust.
        """
        from nbgrader.utils import compute_checksum

        for cell in self.nb.cells:
            mark = cell.metadata.get("nbgrader", {})
            if "checksum" in mark and mark["checksum"] != compute_checksum(cell):
                raise UserError(
                    f"exercises/{self.assignment}/{self.notebook}.ipynb: cell {mark['grade_id']!r} "
                    "was edited after the release. Keep a copy if it is someone's work, then run "
                    f"`python -m autograder release {self.assignment}`."
                )


def course_root(start: Path | None = None) -> Path:
    """The folder that holds exercises/ (or solutions/): ``start`` or the working directory, or the
    nearest folder above it, or else the one this package stands in."""
    start = (start or Path.cwd()).resolve()
    package_parent = Path(__file__).resolve().parent.parent
    for folder in (start, *start.parents, package_parent):
        if (folder / "exercises").is_dir() or (folder / "solutions").is_dir():
            return folder
    raise UserError(
        f"{start}: expected a folder exercises/ or solutions/ here or above. "
        "Change to the course's folder and try again."
    )


def notebook_name(assignment: str) -> str:
    """The notebook of ``02-linear-layer`` is ``linear-layer``: its folder without the number."""
    number, _, topic = assignment.partition("-")
    return topic if number.isdigit() and topic else assignment


def assignments(root: Path | None = None, folder: str = "exercises") -> list[str]:
    """Names of the assignments in ``exercises/`` (or ``solutions/``), sorted."""
    base = (root or course_root()) / folder
    return sorted(
        path.parent.name
        for path in base.glob("*/*.ipynb")
        if path.stem == notebook_name(path.parent.name)
    )


def notebook_path(assignment: str, root: Path, folder: str = "exercises") -> Path:
    """Where the notebook of ``assignment`` stands; UserError with the nearest name if nowhere."""
    known = assignments(root, folder)
    if assignment in known:
        return root / folder / assignment / f"{notebook_name(assignment)}.ipynb"
    if folder == "exercises" and assignment in assignments(root, "solutions"):
        expected = f"exercises/{assignment}/{notebook_name(assignment)}.ipynb"
        raise UserError(
            f"{assignment} is not released: {expected} does not exist. "
            f"Run `python -m autograder release {assignment}`."
        )
    if not known:
        raise UserError(
            f"no assignment {assignment!r}: {folder}/ holds none, expected "
            f"{folder}/NN-topic/topic.ipynb in {root}."
        )
    near = difflib.get_close_matches(assignment, known, n=1, cutoff=0.4)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    there = ", ".join(known)
    raise UserError(f"no assignment {assignment!r} in {folder}/; there is: {there}.{hint}")


def load(assignment: str, root: Path | None = None) -> Release:
    """Read the released notebook of ``assignment`` from ``root``/exercises.

    Raises:
        UserError: there is no such assignment, its notebook cannot be read, or a locked cell is not
            one call of ``check``.
    """
    path = notebook_path(assignment, root or course_root())
    where = f"exercises/{assignment}/{path.name}"
    try:
        nb = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
        nbformat.validate(nb)
    except Exception as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise UserError(
            f"{where}: expected a notebook, but it cannot be read ({reason[:120]}). "
            f"Run `python -m autograder release {assignment}`."
        ) from None
    checks = tuple(check_cell(cell, where) for cell in nb.cells if is_check(cell))
    if not checks:
        raise UserError(f"{where}: holds no check cell; mark one in solutions/ and release again.")
    return Release(assignment, path.stem, nb, checks)


def is_check(cell: NotebookNode) -> bool:
    """Whether nbgrader gives points for ``cell`` and its source is locked."""
    mark = cell.metadata.get("nbgrader", {})
    return bool(mark.get("grade")) and not mark.get("solution")


def check_cell(cell: NotebookNode, where: str = "the notebook") -> CheckCell:
    """Parse a check cell; UserError unless its source is one ``check("name", Name, …)``."""
    mark = cell.metadata["nbgrader"]
    call = _only_call(cell.source)
    if call is None:
        raise UserError(
            f"{where}, cell {mark['grade_id']!r}: expected exactly one call like "
            '`check("linear-layer/forward", Linear)`. Correct it in solutions/ and release again.'
        )
    return CheckCell(
        grade_id=mark["grade_id"],
        check=call.args[0].value,
        bindings=tuple(arg.id for arg in call.args[1:]),
        points=float(mark["points"]),
    )


def _only_call(source: str) -> ast.Call | None:
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        return None
    match statements:
        case [ast.Expr(ast.Call(ast.Name("check"), [ast.Constant(str()), *objects], []) as call)]:
            return call if all(isinstance(o, ast.Name) for o in objects) else None
    return None


def release(names: Iterable[str] = (), root: Path | None = None) -> list[Path]:
    """Generate ``exercises/`` from ``solutions/`` for the named assignments, or for all.

    nbgrader's GenerateAssignment runs in a scratch folder without a database; files are moved into
    place only when every assignment came out well. Running it twice gives the same bytes.

    Returns:
        The files that now stand in ``exercises/``.
    Raises:
        UserError: an unknown assignment, or a solution that nbgrader or `check_cell` rejects.
    """
    root = root or course_root()
    names = list(names) or assignments(root, "solutions")
    if not names:
        raise UserError(f"nothing to release: {root / 'solutions'} holds no NN-topic/topic.ipynb.")
    for name in names:
        notebook_path(name, root, "solutions")
    with tempfile.TemporaryDirectory(prefix="release-") as scratch:
        built = [path for name in names for path in _generate(name, root, Path(scratch))]
        for name in names:
            load(name, Path(scratch))
        written = []
        for path in built:
            target = root / path.relative_to(scratch)
            write_atomically(target, path.read_bytes())
            written.append(target)
    return written


def _generate(name: str, root: Path, scratch: Path) -> list[Path]:
    from nbgrader.converters import GenerateAssignment
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    # A copy, because nbgrader puts the source's path unescaped into a regular expression.
    shutil.copytree(
        root / "solutions" / name,
        scratch / "source" / name,
        ignore=shutil.ignore_patterns(".ipynb_checkpoints", "__pycache__"),
    )
    config = Config()
    config.CourseDirectory.root = str(scratch.resolve())
    config.CourseDirectory.source_directory = "source"
    config.CourseDirectory.release_directory = "exercises"
    config.CourseDirectory.assignment_id = name
    config.ClearSolutions.code_stub = {"python": STUB}
    config.GenerateAssignment.no_database = True
    config.SaveCells.enabled = False  # or it opens a gradebook for cells of no class
    log, errors = _quiet_log()
    try:
        GenerateAssignment(
            coursedir=CourseDirectory(config=config, log=log), config=config, log=log
        ).start()
    except Exception as error:
        reason = (_last_lines(errors) or str(error)).strip()
        raise UserError(f"solutions/{name}: nbgrader cannot release it: {reason}") from None
    return sorted(path for path in (scratch / "exercises" / name).rglob("*") if path.is_file())


def _quiet_log() -> tuple[logging.Logger, list[str]]:
    """A logger that shows nothing and keeps its errors, so that a person reads one line of them."""
    log, errors = logging.Logger("release"), []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: errors.append(record.getMessage())
    log.addHandler(handler)
    return log, errors


def _last_lines(errors: list[str]) -> str:
    """The last line of nbgrader's traceback: the exception itself."""
    for error in errors:
        if error.startswith("Traceback"):
            return error.strip().splitlines()[-1]
    return errors[0].splitlines()[0] if errors else ""
