"""A submitted notebook, read without trust and rebuilt from the release."""

from __future__ import annotations

import copy
import json
import re
from dataclasses import dataclass, field
from typing import Any, Literal

from nbformat import NotebookNode

from autograder.release import CheckCell, Release, is_check

MAX_CELLS = 2_000
MAX_SOURCE = 8 * 2**20  # characters of one cell: a picture pasted into text is one
MAX_DEPTH = 100  # levels of nesting in the JSON
CELL_TYPES = ("code", "markdown", "raw")


class Malformed(Exception):
    """The bytes are not a notebook; the text says in what way, for the learner to read."""


@dataclass(frozen=True)
class SubmittedCell:
    """All that is taken over from one submitted cell."""

    cell_type: str
    source: str
    grade_id: str
    cell_id: str


@dataclass(frozen=True)
class Step:
    """One cell of the rebuilt notebook and what is done with it."""

    do: Literal["run", "check", "nothing"]
    cell: NotebookNode
    grade_id: str = ""


@dataclass
class Rebuilt:
    """The release's notebook with the learner's cells in it, and what was found altered."""

    nb: NotebookNode
    steps: list[Step]
    notices: list[str] = field(default_factory=list)


def read(data: bytes) -> list[SubmittedCell]:
    """The cells in ``data``. Raises `Malformed` for whatever is not a notebook of format 4."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Malformed("the file is not text in UTF-8, as notebooks are") from None
    try:
        if _depth(text) > MAX_DEPTH:
            raise Malformed(f"its JSON is nested more than {MAX_DEPTH} levels deep")
        nb = json.loads(text, object_pairs_hook=_without_doubles)
    except (ValueError, RecursionError, MemoryError):
        raise Malformed("the file is not JSON, so it cannot be a notebook") from None
    if not isinstance(nb, dict) or not isinstance(nb.get("cells"), list):
        found = nb.get("nbformat") if isinstance(nb, dict) else None
        if isinstance(found, int) and found < 4 and isinstance(nb.get("worksheets"), list):
            raise Malformed(
                f"it is saved in notebook format {found}; open it in JupyterLab and save it again"
            )
        raise Malformed("it has no list of cells, so it is not a notebook")
    if nb.get("nbformat") != 4:
        raise Malformed(f"its notebook format is {str(nb.get('nbformat'))[:20]}, expected 4")
    if len(nb["cells"]) > MAX_CELLS:
        raise Malformed(f"it has more than {MAX_CELLS} cells")
    return [_cell(cell, number) for number, cell in enumerate(nb["cells"], 1)]


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict:
    """A JSON object; which of two values under one key counts is nothing to guess about."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Malformed("its JSON has the same key twice in one object")
    return found


def _depth(text: str) -> int:
    """The deepest nesting of brackets outside strings: known before the parser recurses into it."""
    deepest = depth = 0
    quoted = escaped = False
    # Only these characters matter; everything between them is skipped at C speed.
    for char in _brackets(text):
        if quoted:
            if escaped:
                escaped = False
            elif char == "\\":
                escaped = True
            elif char == '"':
                quoted = False
        elif char == '"':
            quoted = True
        elif char in "[{":
            depth += 1
            deepest = max(deepest, depth)
            if deepest > MAX_DEPTH:
                break
        elif char in "]}":
            depth -= 1
    return deepest


def _brackets(text: str) -> str:
    # A backslash is kept with the character it escapes reduced to a placeholder.
    return re.sub(r'[^\[\]{}"\\]+', " ", text)


def _cell(cell: Any, number: int) -> SubmittedCell:
    where = f"cell {number} of the file"
    if not isinstance(cell, dict):
        raise Malformed(f"{where} is not a cell")
    kind, source = cell.get("cell_type"), cell.get("source", "")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        raise Malformed(f"{where} has a source that is not text")
    if not isinstance(kind, str) or kind not in CELL_TYPES:
        raise Malformed(f"{where} is of the unknown type {str(kind)[:20]!r}")
    if len(source) > MAX_SOURCE:
        raise Malformed(f"{where} is longer than {MAX_SOURCE} characters")
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    return SubmittedCell(
        kind, _text(source), _text(_grade_id(cell.get("metadata"))), _text(cell.get("id"))
    )


def _grade_id(metadata: Any) -> Any:
    mark = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    return mark.get("grade_id") if isinstance(mark, dict) else ""


def _text(value: Any) -> str:
    """``value`` if it is text, with lone surrogates replaced, which no file could hold."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""


def rebuild(release: Release, cells: list[SubmittedCell]) -> Rebuilt:
    """The notebook that is run: the learner's cells in their order, everything locked as released.

    Each check stands where the learner has it if that is below its solution cell, else right after
    that cell; of several copies the first such counts. Submitted metadata, tags and outputs are
    ignored, and a locked or solution cell has the type it was released with.
    """
    return _Rebuilding(release).run(cells)


class _Rebuilding:
    def __init__(self, release: Release):
        self.release = release
        self.marked = {
            cell.metadata.nbgrader.grade_id: cell
            for cell in release.nb.cells
            if "nbgrader" in cell.metadata
        }
        self.by_id = {cell.id: cell for cell in release.nb.cells}
        self.checks = {check.grade_id: check for check in release.checks}
        self.steps: list[Step] = []
        self.notices: list[str] = []
        self.seen: set[str] = set()
        self.copies: list[tuple[int, str]] = []  # where the learner has check cells

    def run(self, cells: list[SubmittedCell]) -> Rebuilt:
        for cell in cells:
            self._take(cell)
        self._restore_locked()
        self._place_checks()
        nb = copy.deepcopy(NotebookNode(self.release.nb, cells=[]))
        nb.cells = [step.cell for step in self.steps]
        return Rebuilt(nb, self.steps, list(dict.fromkeys(self.notices)))

    def _take(self, cell: SubmittedCell) -> None:
        grade_id = cell.grade_id if cell.grade_id in self.marked else self._by_source(cell)
        if grade_id in self.checks:
            self._note_check(cell, grade_id)
        elif grade_id and grade_id not in self.seen:
            self._take_marked(cell, grade_id)
        elif grade_id and self._locked(grade_id):
            self.notices.append(f"A second copy of the locked cell {grade_id} is left out.")
        else:
            self._take_extra(cell)
        if grade_id:
            self.seen.add(grade_id)

    def _by_source(self, cell: SubmittedCell) -> str:
        """Which check this is, for a notebook that lost its metadata; "" if none."""
        if cell.cell_type != "code" or cell.grade_id:
            return ""
        source = cell.source.strip()
        return next((g for g in self.checks if self.marked[g].source.strip() == source), "")

    def _note_check(self, cell: SubmittedCell, grade_id: str) -> None:
        if grade_id in self.seen:
            self.notices.append(f"The check cell {grade_id} is there more than once.")
        if cell.source.strip() != self.marked[grade_id].source.strip():
            self.notices.append(f"The check cell {grade_id} was edited; the released one counts.")
        if cell.cell_type != "code":
            self.notices.append(f"The check cell {grade_id} was turned into {cell.cell_type}.")
        self.copies.append((len(self.steps), grade_id))

    def _locked(self, grade_id: str) -> bool:
        return bool(self.marked[grade_id].metadata.nbgrader.get("locked"))

    def _take_marked(self, cell: SubmittedCell, grade_id: str) -> None:
        released = copy.deepcopy(self.marked[grade_id])
        if cell.cell_type != released.cell_type:
            self.notices.append(
                f"The cell {grade_id} was turned into {cell.cell_type}; it is read as "
                f"{released.cell_type}, as released."
            )
        if self._locked(grade_id):
            if cell.source.strip() != released.source.strip():
                self.notices.append(
                    f"The locked cell {grade_id} was edited; the released one runs."
                )
        else:
            released.source = cell.source
        self.steps.append(Step(_action(released), released, grade_id))

    def _take_extra(self, cell: SubmittedCell) -> None:
        origin = self.by_id.get(cell.cell_id)
        known = (
            origin is not None
            and "nbgrader" not in origin.metadata
            and cell.cell_id not in self.seen
            and origin.cell_type == cell.cell_type
        )
        node = NotebookNode(
            cell_type=cell.cell_type,
            id=cell.cell_id if known else f"extra-{len(self.steps)}",
            metadata=NotebookNode(),
            source=cell.source,
        )
        if cell.cell_type == "code":
            node |= {"outputs": [], "execution_count": None}
        if known:
            self.seen.add(cell.cell_id)
        self.steps.append(Step(_action(node), node))

    def _restore_locked(self) -> None:
        """Locked cells that are no checks, such as the imports, run first if they were removed."""
        for grade_id, cell in reversed(self.marked.items()):
            if grade_id in self.checks or grade_id in self.seen:
                continue
            if self._locked(grade_id):
                self.notices.append(f"The locked cell {grade_id} was missing and is restored.")
                self.steps.insert(0, Step(_action(cell), copy.deepcopy(cell), grade_id))
                self.copies = [(place + 1, name) for place, name in self.copies]
            else:
                self.notices.append(f"The cell {grade_id} is not in the file.")

    def _place_checks(self) -> None:
        places = [(self._place(check), order) for order, check in enumerate(self.checks.values())]
        ordered = list(self.checks.values())
        for place, order in sorted(places, reverse=True):
            grade_id = ordered[order].grade_id
            cell = copy.deepcopy(self.marked[grade_id])
            self.steps.insert(place, Step("check", cell, grade_id))

    def _place(self, check: CheckCell) -> int:
        """Before which step ``check`` is made."""
        copies = [place for place, grade_id in self.copies if grade_id == check.grade_id]
        if not copies:
            self.notices.append(f"The check cell {check.grade_id} was missing and is restored.")
        lowest = self._solution_end(check)
        if lowest is None:
            return copies[0] if copies else len(self.steps)
        below = [place for place in copies if place >= lowest]
        if copies and not below:
            self.notices.append(f"The check cell {check.grade_id} stood above its exercise.")
        return below[0] if below else lowest

    def _solution_end(self, check: CheckCell) -> int | None:
        """The step after the solution cell that the release has right before this check."""
        before = ""
        for cell in self.release.nb.cells:
            mark = cell.metadata.get("nbgrader", {})
            if mark.get("grade_id") == check.grade_id:
                break
            if mark.get("solution"):
                before = mark.grade_id
        for number, step in enumerate(self.steps):
            if before and step.grade_id == before:
                return number + 1
        return None


def _action(cell: NotebookNode) -> Literal["run", "check", "nothing"]:
    if is_check(cell):
        return "check"
    return "run" if cell.cell_type == "code" and cell.source.strip() else "nothing"
