"""The corpora of submissions as data: a file a case, with the verdict that every check must get.

``corpus/hostile``, ``corpus/awkward``, ``corpus/malformed``: one case a file, found by listing.
A case is the right submission (``corpus/right.py`` written into the released exercise) with the
changes that its file describes. The file starts with lines ``# key: words``:

    what     one sentence
    wrong    the exercises whose answer is the wrong one of ``corpus/wrong.py``
    expect   ``forward=failed copy-parameters=killed|error``; ``all=missing``: all of them. What is
             not named gets the verdict of its kind: hostile and awkward passed, malformed malformed
    because  why two verdicts are allowed where ``expect`` offers two
    shown    a string that must stand in the outputs kept of the run (may be given several times)
    absent   a string that must stand nowhere in the result or the rebuilt notebook (likewise)
    noticed  a word that a notice of the result must contain
    blind    why what is shown must be the same for other hidden inputs; the case is graded twice
    endless  what never ends in it, so that it is run with short deadlines; all others get long ones
    needs    a platform (``linux``, ``x86_64``, ``root``) without which the case is skipped

and goes on with sections, each headed by a line ``# %% …``:

    replace ID                a new source for the released cell ID
    first, last               a new code cell at either end
    before ID, after ID       a new code cell there; ``[markdown]`` before the words makes it
                              Markdown, whose lines are comments here
    edit                      Python: ``edit(nb: dict) -> dict | None`` alters the notebook's JSON
    bytes                     Python: ``data(right: bytes) -> bytes | None`` makes the file's bytes
    folder                    Python: ``place(file: Path, data: bytes)`` puts the file into the
                              assignment's folder itself, as a link, a pipe, under another name…

``@NAME@`` in a cell stands for a place on the machine that runs the case (see `PLACES`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
ASSIGNMENT = "02-linear-layer"
RELEASED = CORPUS.parents[2] / "exercises" / ASSIGNMENT / "linear-layer.ipynb"
ANSWERS = ("forward", "parameter-count", "count-parameters", "backward", "copy-parameters")
KINDS = {"hostile": "passed", "awkward": "passed", "malformed": "malformed"}
# What a case may refer to; the test that runs it says where each of them is.
PLACES = ("COURSE", "OUTSIDE", "MARK", "CANARY", "PORT", "SOCKET", "KEY", "PUBLISHED")

_SECTION = re.compile(r"^# %%[ ]*(.*)\n", re.MULTILINE)
_HEADER = re.compile(r"#[ ](\w+):[ ]*(.*)")
_KEYS = {
    "what", "wrong", "expect", "because", "shown", "absent", "noticed", "blind", "endless", "needs",
}  # fmt: skip
_TYPED = re.compile(r"(?:\[(\w+)\] )?(.*)")


@dataclass(frozen=True)
class Section:
    """One ``# %%`` part of a file: what to do, to which cell, with what text."""

    action: str  # "replace", "before", "after", "first", "last", "edit", "bytes", "folder"
    anchor: str
    text: str
    cell_type: str = "code"


@dataclass(frozen=True)
class Case:
    """One submission of a corpus and what must become of it."""

    kind: str
    name: str
    what: str
    expected: dict[str, frozenset[str]]  # grade_id of a check cell -> the verdicts allowed
    sections: tuple[Section, ...]
    wrong: tuple[str, ...] = ()
    because: str = ""
    shown: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    noticed: tuple[str, ...] = ()
    blind: tuple[str, ...] = ()
    endless: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    path: Path = field(default=CORPUS, compare=False)

    def notebook(self) -> dict:
        """The notebook's JSON as a tree of dicts, with the placeholders in it."""
        nb = solved(self.wrong)
        for section in self.sections:
            if section.action == "replace":
                cell_of(nb, section.anchor)["source"] = section.text
        nb["cells"] = _with_new_cells(nb["cells"], self.sections)
        edit = self._function("edit")
        return (edit(nb) or nb) if edit else nb

    def bytes(self, places: Mapping[str, str] = {}) -> bytes | None:
        """The submitted file, or None where nothing is handed in."""
        text = json.dumps(self.notebook(), indent=1, ensure_ascii=False)
        for name in PLACES:
            text = text.replace(f"@{name}@", places.get(name, f"no-{name.lower()}"))
        # Half a surrogate pair cannot be written as UTF-8; JSON spells it \ud800.
        written = text.encode("utf-8", "backslashreplace")
        make = self._function("bytes", "data")
        return make(written) if make else written

    @property
    def place(self) -> Callable[[Path, bytes], None] | None:
        """What puts the file into the folder, for cases that are more than bytes."""
        return self._function("folder", "place")

    def _function(self, action: str, name: str = "") -> Callable | None:
        for section in self.sections:
            if section.action == action:
                namespace: dict = {}
                exec(compile(section.text, str(self.path), "exec"), namespace)
                return namespace[name or action]
        return None


def cases(kind: str) -> list[Case]:
    """Every case of ``kind`` ("hostile", "awkward" or "malformed"), sorted by name."""
    return [read(path) for path in sorted((CORPUS / kind).glob("*.py"))]


def read(path: Path) -> Case:
    """The case in the file ``path``. Raises ValueError, naming the file, where it is not one."""
    header, sections = _parts(path)
    try:
        (what,) = header.pop("what")
        expected = _expected(header.pop("expect", []), KINDS[path.parent.name])
        because = " ".join(header.pop("because", []))
        wrong, needs = (tuple(" ".join(header.pop(key, [])).split()) for key in ("wrong", "needs"))
        if any(len(allowed) > 1 for allowed in expected.values()) != bool(because):
            raise ValueError("two verdicts and `because` belong together")
        words = {key: tuple(values) for key, values in header.items()}
        return Case(
            path.parent.name, path.stem, what, expected, sections, wrong,
            because=because, needs=needs, path=path, **words,
        )  # fmt: skip
    except (KeyError, ValueError) as error:
        raise ValueError(f"{path}: not a case of the corpus: {error}") from error


def solved(wrong: tuple[str, ...] = ()) -> dict:
    """The released notebook with right answers, wrong ones for the exercises named in ``wrong``."""
    nb = json.loads(RELEASED.read_text(encoding="utf-8"))
    right, bad = answers("right"), answers("wrong")
    for name in ANSWERS:
        cell_of(nb, name)["source"] = bad[name] if name in wrong else right[name]
    return nb


@lru_cache
def answers(name: str) -> dict[str, str]:
    """The answers in ``corpus/right.py`` or ``corpus/wrong.py``, by exercise."""
    _, sections = _parts(CORPUS / f"{name}.py")
    return {section.anchor: section.text for section in sections}


def cell_of(nb: dict, cell_id: str) -> dict:
    """The cell with this id. Raises ValueError if there is none."""
    for cell in nb["cells"]:
        if cell.get("id") == cell_id:
            return cell
    raise ValueError(f"the released notebook has no cell {cell_id!r}")


def _parts(path: Path) -> tuple[dict[str, list[str]], tuple[Section, ...]]:
    head, *rest = _SECTION.split(path.read_text(encoding="utf-8"))
    header: dict[str, list[str]] = {}
    for line in head.splitlines():
        if match := _HEADER.fullmatch(line):
            if match[1] not in _KEYS:
                raise ValueError(f"{path}: unknown key {match[1]!r}")
            header.setdefault(match[1], []).append(match[2])
    return header, tuple(
        _section(path, title, text.strip("\n"))
        for title, text in zip(rest[::2], rest[1::2], strict=True)
    )


def _section(path: Path, title: str, text: str) -> Section:
    cell_type, words = _TYPED.fullmatch(title.strip()).groups()
    action, _, anchor = words.partition(" ")
    anchored = action in ("replace", "before", "after")
    if not anchored and action not in ("first", "last", "edit", "bytes", "folder"):
        raise ValueError(f"{path}: unknown section {title!r}")
    if anchored != bool(anchor):
        raise ValueError(f"{path}: section {title!r} must name one cell, or none")
    if cell_type:
        text = re.sub("^# ?", "", text, flags=re.MULTILINE)
    return Section(action, anchor, text, cell_type or "code")


def _expected(lines: list[str], default: str) -> dict[str, frozenset[str]]:
    allowed = dict.fromkeys(ANSWERS, default)
    for item in " ".join(lines).split():
        name, _, verdicts = item.partition("=")
        if name == "all":
            allowed = dict.fromkeys(ANSWERS, verdicts)
        elif name in allowed:
            allowed[name] = verdicts
        else:
            raise ValueError(f"expect names no exercise: {item!r}")
    return {
        f"check-{name}": frozenset(verdicts.replace("-", " ").split("|"))
        for name, verdicts in allowed.items()
    }


def _with_new_cells(cells: list[dict], sections: tuple[Section, ...]) -> list[dict]:
    """``cells`` with the new ones in place; several at one anchor keep the file's order."""
    new: dict[tuple[str, str], list[dict]] = {}
    for number, section in enumerate(sections):
        if section.action in ("first", "last", "before", "after"):
            cell = new_cell(section.text, section.cell_type, f"new-{number}")
            new.setdefault((section.action, section.anchor), []).append(cell)
    known = {cell["id"] for cell in cells} | {""}
    if unknown := {anchor for _, anchor in new} - known:
        raise ValueError(f"the released notebook has no cell {sorted(unknown)}")
    middle = [
        part
        for cell in cells
        for part in (
            *new.get(("before", cell["id"]), ()),
            cell,
            *new.get(("after", cell["id"]), ()),
        )  # fmt: skip
    ]
    return [*new.get(("first", ""), ()), *middle, *new.get(("last", ""), ())]


def new_cell(source: str, cell_type: str = "code", cell_id: str = "new") -> dict:
    """A cell as JupyterLab writes it (nbformat 4.5)."""
    cell = {"cell_type": cell_type, "id": cell_id, "metadata": {}, "source": source}
    return cell | ({"execution_count": None, "outputs": []} if cell_type == "code" else {})
