"""`python -m autograder truth`: what each check was tried on, and what it said.

Wrong programs must be rejected: those that people wrote, by the name of their idea, and those that
`mutation` makes from the solution. Right ones in unusual dress must pass. Everything is found by
listing: the corpus in its folders, the solutions in their notebooks.
"""

from __future__ import annotations

import ast
import contextlib
import datetime
import faulthandler
import functools
import hashlib
import importlib.util
import io
import json
import os
import platform
import re
import resource
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from autograder import checks, kernel, mutation, workers
from autograder.checks.core import Check, Evidence, Exam
from autograder.errors import UserError
from autograder.files import write_atomically
from autograder.mutation import Mutant
from autograder.release import course_root, notebook_path

CORPUS = Path(__file__).parent / "tests" / "corpus"
RECORD = "book/reference/truth.json"  # in the course: the figures that the book shows
SECONDS = 60.0  # for one program on one seed: what takes longer does not end
MEMORY = 8 * 2**30  # bytes of address space for one process of ours


# ---------------------------------------------------------------------------- what there is


@dataclass(frozen=True)
class Program:
    """One program to be tried on one check."""

    check: str
    kind: str  # "mutant", "variant" or "generated"
    place: str  # its file, or the change that made it from the solution

    @property
    def chance(self) -> int:
        """A number that its name alone decides, to draw a sample that stays the same."""
        return int(hashlib.sha256(f"{self.check} {self.place}".encode()).hexdigest()[:8], 16)


def assignments(names: Iterable[str] = ()) -> list[str]:
    """Those that have checks, or the ones called ``names``. Raises UserError for another."""
    known = list(checks.ASSIGNMENTS.values())
    for name in names:
        if name not in known:
            raise UserError(f"no assignment {name!r} has checks; there is: {', '.join(known)}.")
    return [name for name in known if not names or name in names]


def checks_of(assignment: str) -> tuple[Check, ...]:
    chapter = {folder: name for name, folder in checks.ASSIGNMENTS.items()}[assignment]
    return checks.chapter_checks(chapter)


def corpus_files(assignment: str) -> list[Path]:
    return sorted((CORPUS / assignment).glob("*/*/*.py"))


def check_of(path: Path) -> Check:
    """The check that a file of the corpus is an answer to."""
    chapter = {folder: name for name, folder in checks.ASSIGNMENTS.items()}[path.parts[-4]]
    return checks.find(f"{chapter}/{path.parts[-3]}")


def header(path: Path) -> tuple[str, str | None]:
    """The verdict and the idea that a corpus file's docstring asks for."""
    text = path.read_text("utf-8")
    verdict = re.search(r"^verdict: (\w+)$", text, re.MULTILINE)
    idea = re.search(r"^idea: ([\w-]+)$", text, re.MULTILINE)
    return verdict[1], idea[1] if idea else None


def load(path: Path) -> Any:
    """The object a corpus file defines, from a module of its own: some of them keep state."""
    spec = importlib.util.spec_from_file_location(f"corpus_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    with contextlib.redirect_stdout(io.StringIO()):
        spec.loader.exec_module(module)
    return getattr(module, check_of(path).takes)


@dataclass(frozen=True)
class Solution:
    """The cell that solves one exercise, and the code that stands before it in the notebook."""

    check: str
    source: str
    before: tuple[str, ...]

    def object(self, source: str | None = None) -> Any:
        """What the check takes, with ``source`` in the place of the solution."""
        namespace: dict[str, Any] = {"__name__": "solution"}
        for text in (*self.before, self.source if source is None else source):
            exec(compile(text, "<answer>", "exec"), namespace)
        return namespace[checks.find(self.check).takes]


@functools.cache
def solutions(assignment: str) -> dict[str, Solution]:
    """The solution of each check, by its name.

    It is the answer cell before the cell that calls ``check("...", ...)``.
    """
    import nbformat

    path = notebook_path(assignment, course_root(), "solutions")
    found: dict[str, Solution] = {}
    before: list[str] = []
    for cell in nbformat.read(path, as_version=4).cells:
        mark = cell.metadata.get("nbgrader", {})
        if cell.cell_type != "code":
            continue
        if mark.get("solution") or mark.get("grade_id") == "setup":
            before.append(cell.source)
        elif name := _check_called(cell.source):
            found[name] = Solution(name, before[-1], tuple(before[:-1]))
    return found


def _check_called(source: str) -> str | None:
    """The name in ``check("name", ...)``, where a cell is such a call."""
    with contextlib.suppress(SyntaxError):
        match ast.parse(source).body:
            case [ast.Expr(ast.Call(ast.Name("check"), [ast.Constant(str(name)), *_]))]:
                return name
    return None


def judging(name: str) -> list[str]:
    """The checks that judge the same answer as the one called ``name``, that one included."""
    found = solutions(checks.ASSIGNMENTS[name.split("/")[0]])
    return [other for other, solution in found.items() if solution.source == found[name].source]


@functools.cache
def generated(assignment: str) -> dict[str, dict[str, Mutant]]:
    """For each check the mutants made from its solution, by their change.

    Where several checks judge one answer, its mutants are the first one's, and count once.
    """
    return {
        name: {mutant.change: mutant for mutant in mutation.mutants(solution.source)}
        if judging(name)[0] == name
        else {}
        for name, solution in solutions(assignment).items()
    }


def equivalent(assignment: str) -> dict[tuple[str, str], str]:
    """Why a mutant is no mistake, by check and change: ``equivalent.yml`` of the corpus."""
    import yaml

    path = CORPUS / assignment / "equivalent.yml"
    if not path.exists():
        return {}
    return {
        (mutant["check"], mutant["change"].rstrip("\n")): entry["why"]
        for entry in yaml.safe_load(path.read_text("utf-8"))
        for mutant in entry["mutants"]
    }


def programs(assignment: str) -> list[Program]:
    """Everything that the checks of ``assignment`` are tried on."""
    kinds = {"mutants": "mutant", "variants": "variant"}
    written = [
        Program(check_of(path).name, kinds[path.parts[-2]], str(path.relative_to(CORPUS)))
        for path in corpus_files(assignment)
    ]
    return written + [
        Program(check, "generated", change)
        for check, found in generated(assignment).items()
        for change in found
    ]


# ---------------------------------------------------------------------------- trying


def judge(program: Program, seeds: int) -> str:
    """What is wrong with how the check took ``program`` on one of the seeds 1 … ``seeds``.

    Empty if nothing is; for a generated mutant "survives" if all seeds let it pass, "at times" if
    some do.
    """
    check = checks.find(program.check)
    if program.kind == "generated":
        passes = [not _notices(check, program, seed) for seed in range(1, seeds + 1)]
        return "survives" if all(passes) else ("at times" if any(passes) else "")
    path = CORPUS / program.place
    due = header(path)
    for seed in range(1, seeds + 1):
        result = kernel.evaluate(check.name, load(path), seed=seed)
        found = result.verdict.value, result.idea
        if found != due:
            return f"{_told(due)} is due and not {_told(found)} (seed {seed})"
    return ""


def _told(verdict_and_idea: tuple[str, str | None]) -> str:
    verdict, idea = verdict_and_idea
    return f"{verdict} ({idea})" if idea else verdict


def _notices(check: Check, program: Program, seed: int) -> bool:
    """Whether something is wrong on the cases of ``seed``, of whatever check judges the answer."""
    assignment = checks.ASSIGNMENTS[check.name.split("/")[0]]
    solution = solutions(assignment)[check.name]
    source = generated(assignment)[check.name][program.place].source
    try:
        candidate = solution.object(source)
    except Exception:  # it does not even define what it should
        return True
    return any(is_wrong(exam(name, seed), candidate) for name in judging(check.name))


@functools.lru_cache(maxsize=64)
def exam(name: str, seed: int) -> Exam:
    return checks.find(name).exam(seed)


def is_wrong(exam: Exam, candidate: Any) -> bool:
    """Whether ``candidate`` errs on one of the cases; the first one decides."""
    for case, truth in zip(exam.cases, exam.truths, strict=True):
        try:
            answer = exam.check.model_answer(candidate, case)
        except Exception:  # an answer from which nothing can be derived
            return True
        if not Evidence(exam.check, [case], [answer], [truth]).is_right():
            return True
    return False


class TooLong(BaseException):
    """Raised in a program that does not end."""


def _limited(program: Program, seeds: int, seconds: float) -> str:
    """`judge` in a process of its own, with limits on time (for each seed) and memory."""
    _prepare()
    signal.setitimer(signal.ITIMER_REAL, seeds * seconds)
    # Where it does not come back from C, the process ends with it.
    faulthandler.dump_traceback_later(2 * seeds * seconds, exit=True, file=_nowhere())
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            return judge(program, seeds)
    except TooLong:
        return "" if program.kind == "generated" else "it does not end"
    except Exception as error:
        return f"the check fails with {type(error).__name__}: {error}"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()


@functools.cache
def _prepare() -> None:
    import torch

    torch.set_num_threads(1)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))

    def end(*_: Any) -> None:
        raise TooLong

    signal.signal(signal.SIGALRM, end)


@functools.cache
def _nowhere() -> io.TextIOBase:
    return open(os.devnull, "w")


def tried(
    programs: list[Program],
    seeds: int,
    jobs: int,
    done: Callable[[], None] = lambda: None,
    seconds: float = SECONDS,
) -> dict[Program, str]:
    """For each program what `judge` says, worked out in ``jobs`` processes.

    A generated mutant that does not end, or ends its process, is rejected; in the corpus that is
    not as it must be.
    """
    said: dict[Program, str] = {}
    for program, words in workers.run(_limited, programs, (seeds, seconds), jobs, apart=True):
        if isinstance(words, workers.Lost):  # its process ended: no full marks
            words = "" if program.kind == "generated" else f"lost: {words}"
        said[program] = words
        done()
    return said


# ---------------------------------------------------------------------------- what came out


def problems(said: dict[Program, str], names: list[str]) -> Iterator[str]:
    """A line for each thing that must not be, in what was ``said`` of assignments ``names``."""
    for assignment in names:
        reasons = equivalent(assignment)
        for check, change in sorted(reasons.keys() - _all_generated(assignment)):
            yield f"{assignment}/equivalent.yml: {check}: no longer generated: {_line(change)}"
    for program, words in said.items():
        if program.kind != "generated":
            if words:
                yield f"{program.place}: {program.check}: {words}"
            continue
        assignment = checks.ASSIGNMENTS[program.check.split("/")[0]]
        listed = (program.check, program.place) in equivalent(assignment)
        if words == "survives" and not listed:
            yield f"{program.check}: a wrong answer gets through: {_described(program)}"
        elif words and words != "survives":
            yield f"{program.check}: {words}: {_described(program)}"
        elif listed and not words:
            yield (
                f"{assignment}/equivalent.yml: {program.check}: "
                f"listed, but rejected: {_line(program.place)}"
            )


def _all_generated(assignment: str) -> set[tuple[str, str]]:
    return {(check, change) for check, found in generated(assignment).items() for change in found}


def _described(program: Program) -> str:
    assignment = checks.ASSIGNMENTS[program.check.split("/")[0]]
    mutant = generated(assignment)[program.check][program.place]
    return f"line {mutant.line} of the solution, {mutant.what}: {_line(mutant.change)}"


def _line(change: str) -> str:
    return " ⏎ ".join(change.splitlines())


def figures(said: dict[Program, str], assignment: str) -> dict[str, dict[str, int]]:
    """Counts for each check of ``assignment``, in the order of its checks."""
    return {check.name: _row(said, check) for check in checks_of(assignment)}


def _row(said: dict[Program, str], check: Check) -> dict[str, int]:
    mine = {program: words for program, words in said.items() if program.check == check.name}
    assignment = checks.ASSIGNMENTS[check.name.split("/")[0]]
    reasons = equivalent(assignment)

    def count(kind: str, well: Callable[[Program, str], bool] = lambda program, words: True):
        return sum(p.kind == kind and well(p, words) for p, words in mine.items())

    return {
        "ideas": len(check.ideas),
        "mutants": count("mutant"),
        "named": count("mutant", lambda program, words: not words),
        "generated": count("generated"),
        "rejected": count("generated", lambda program, words: not words),
        "equivalent": count(
            "generated",
            lambda program, words: bool(words) and (check.name, program.place) in reasons,
        ),
        "variants": count("variant"),
        "accepted": count("variant", lambda program, words: not words),
    }


def listed(assignment: str) -> dict[str, dict[str, int]]:
    """The counts that need no run: how much there is for each check."""
    kept = ("ideas", "mutants", "generated", "variants")
    nothing_said = dict.fromkeys(programs(assignment), "")
    return {
        name: {key: row[key] for key in kept}
        for name, row in figures(nothing_said, assignment).items()
    }


def record(said: dict[Program, str], names: list[str], seeds: int, command: str) -> dict:
    """Figures for each of ``names``, with where they come from."""
    import torch

    return {
        name: {
            "command": command,
            "date": datetime.date.today().isoformat(),
            "python": platform.python_version(),
            "torch": torch.__version__.partition("+")[0],
            "seeds": seeds,
            "checks": figures(said, name),
        }
        for name in names
    }


def recorded(path: Path) -> dict:
    """What earlier runs wrote to ``path``: nothing if there is no such file."""
    with contextlib.suppress(FileNotFoundError):
        return json.loads(path.read_text("utf-8"))
    return {}


def keep(found: dict, for_the_book: bool) -> list[Path]:
    """Write figures and picture under ``_build``; returns where.

    ``for_the_book`` puts them into the book's record too, in the place of what it has of the same
    assignments.
    """
    from matplotlib import pyplot as plt

    root = course_root()
    table, drawing = root / "_build" / "truth.json", root / "_build" / "truth.svg"
    written = [table, drawing]
    write_atomically(table, json.dumps(found, indent=1) + "\n")
    out = io.StringIO()
    fig = picture(found)
    fig.savefig(out, format="svg", facecolor="white")
    plt.close(fig)
    write_atomically(drawing, out.getvalue())
    if for_the_book:
        path = root / RECORD
        both = recorded(path) | found
        ordered = {name: both[name] for name in assignments() if name in both}
        write_atomically(path, json.dumps(ordered, indent=1) + "\n")
        written.append(path)
    return written


_COLUMNS = {
    "ideas": ("ideas",),
    "wrong, named": ("named", "mutants"),
    "generated, rejected": ("rejected", "generated"),
    "equivalent": ("equivalent",),
    "right, accepted": ("accepted", "variants"),
}


def table(found: dict) -> str:
    """Recorded figures as HTML, a row a check: so many of so many."""
    head = "".join(f'<th scope="col">{words}</th>' for words in ("check", *_COLUMNS))
    rows = []
    for assignment, its in found.items():
        span = f'colspan="{1 + len(_COLUMNS)}" scope="colgroup"'
        rows.append(f'<tr><th {span} style="text-align:left">{escape(assignment)}</th></tr>')
        for name, row in its["checks"].items():
            figures = (" / ".join(str(row[key]) for key in keys) for keys in _COLUMNS.values())
            cells = "".join(f'<td style="text-align:right">{text}</td>' for text in figures)
            short = escape(name.rpartition("/")[2])
            rows.append(f'<tr><th scope="row" style="text-align:left">{short}</th>{cells}</tr>')
    label = "Figures of each check: scrolls sideways on a narrow screen"
    return (
        f'<div tabindex="0" role="group" aria-label="{label}" style="overflow-x:auto">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def picture(found: dict):
    """A matplotlib figure of recorded figures: a bar for each assignment, wrong to the right."""
    from linearbook.figures import COLORS, PAPER
    from matplotlib import pyplot as plt

    names = list(found)[::-1]

    def total(key: str) -> list[int]:
        return [sum(row[key] for row in found[name]["checks"].values()) for name in names]

    fig, ax = plt.subplots(figsize=(5.6, 1.6 + 0.36 * len(names)))
    ends = [0] * len(names)
    bars = [
        ("written, named", total("named"), {"color": COLORS["x"]}),
        ("generated, rejected", total("rejected"), {"color": COLORS["weight"], "hatch": ".."}),
        ("equivalent", total("equivalent"), {"color": PAPER, "hatch": "//"}),
        ("got through", _missed(total), {"color": COLORS["grad"], "hatch": "xx"}),
    ]
    for label, widths, style in bars:
        ax.barh(names, widths, left=ends, label=label, edgecolor=COLORS["muted"], **style)
        ends = [end + width for end, width in zip(ends, widths, strict=True)]
    left = [-number for number in total("accepted")]
    ax.barh(names, left, label="right, accepted", color=COLORS["y"], edgecolor=COLORS["muted"])
    ax.axvline(0, color=COLORS["muted"])
    ax.set_xlabel("programs: right ones to the left, wrong ones to the right")
    ticks = ax.get_xticks()
    ax.set_xticks(ticks, [f"{abs(tick):g}" for tick in ticks])
    fig.legend(loc="outside upper center", ncols=2)
    return fig


def _missed(total: Callable[[str], list[int]]) -> list[int]:
    """Wrong programs that were not rejected as they should."""
    keys = ("mutants", "named", "generated", "rejected", "equivalent")
    rows = zip(*map(total, keys), strict=True)
    return [
        mutants - named + made - rejected - same for mutants, named, made, rejected, same in rows
    ]
