"""The page a learner gets back: a summary, then their notebook with each check explained in place.

Pages carry no script and load nothing. What a learner wrote is escaped text, code, or Markdown
whose HTML is switched off; a content policy in the page refuses whatever might slip through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import nbformat
from markupsafe import Markup
from nbformat import NotebookNode

from autograder import class_index, journal, marks, pages, present, render, views, workers
from autograder.autograded import SOURCE_KEY
from autograder.export import mark
from autograder.files import fitting, write_if_changed
from autograder.release import Release, is_check, notebook_name
from autograder.render import Outline
from autograder.results import Result, SubmissionResult, Verdict
from autograder.scrub import clean_line, clean_output, clean_result, clean_text

MAX_PAGE = 200_000  # characters of all cells' sources; after them only checks are shown
MAX_OUTPUT = 4 * 2**20  # characters of all outputs, pictures included
PAGES_A_WORKER = 200  # as many as are made while another process starts

# What a person wrote about a cell of one submission: its grade_id and the text.
Comments = Iterable[tuple[str, str]]


@dataclass(frozen=True)
class Recorded:
    """What the gradebook says of one assignment, by student."""

    scores: Mapping[str, marks.Scores] = field(default_factory=dict)
    comments: Mapping[str, Comments] = field(default_factory=dict)
    penalties: Mapping[str, float] = field(default_factory=dict)


def write_all(
    course: Path,
    release: Release,
    jobs: int = 1,
    done: Callable[[str, str], None] = lambda student, problem: None,
) -> int:
    """Write a page for everyone who has a result, and the index of the class.

    Args:
        course: the folder with the journal, the graded notebooks and the gradebook.
        release: what was handed out.
        jobs: how many pages may be made at once, each in a process of its own; few pages are made
            in this one.
        done: called with each student, and why the page could not be made, or "". Where it could
            not, a short page says so; the others are made all the same.

    Returns:
        How many pages there are now, short ones included. Those that would be the same again are
        left as they are.
    Raises:
        UserError: the journal or the gradebook cannot be read.
        OSError: a page cannot be written.
    """
    names = {*journal.assignments(course), release.assignment}
    classes = {name: journal.read(course, name) for name in sorted(names)}
    recorded = _recorded(course, release, classes)
    results = classes[release.assignment]
    tasks = _tasks(course, release, results, recorded[release.assignment])
    jobs = min(jobs, 1 + len(results) // PAGES_A_WORKER)
    for task, problem in workers.run(_write, tasks, (release,), jobs):
        if isinstance(problem, workers.Lost):
            write_if_changed(task.page, short_page(release, task.student))
        done(task.student, str(problem))
    listed = class_index.index(
        classes,
        {name: entry.scores for name, entry in recorded.items()},
        {name: entry.penalties for name, entry in recorded.items()},
    )
    write_if_changed(course / "feedback" / "index.html", listed)
    return len(results)


@dataclass(frozen=True)
class _Task:
    """One page to be made in a worker."""

    student: str
    result: SubmissionResult
    notebook: Path
    page: Path
    scores: marks.Scores
    comments: Comments
    penalty: float


def _tasks(
    course: Path, release: Release, results: Mapping[str, SubmissionResult], recorded: Recorded
) -> Iterator[_Task]:
    for student, result in results.items():
        yield _Task(
            student,
            result,
            course
            / "autograded"
            / fitting(student)
            / release.assignment
            / f"{release.notebook}.ipynb",
            page_path(course, release, student),
            recorded.scores.get(student, {}),
            list(recorded.comments.get(student, ())),
            recorded.penalties.get(student, 0.0),
        )


def _write(task: _Task, release: Release) -> str:
    """Make and write one page; why it is only a short one, or ""."""
    try:
        graded = nbformat.v4.reads(task.notebook.read_text("utf-8"))  # ours: no need to validate
        html = page(
            release, task.student, task.result, graded, task.scores, task.comments, task.penalty
        )
        problem = ""
    except Exception as error:  # whatever it is, the next page may well be made
        html = short_page(release, task.student)
        problem = f"{type(error).__name__}: {clean_line(str(error))}"
    write_if_changed(task.page, html)
    return problem


def _recorded(course: Path, release: Release, names: Iterable[str]) -> dict[str, Recorded]:
    """What the gradebook says of each assignment in ``names``, if there is a gradebook."""
    if not (course / "gradebook.db").exists():
        return {name: Recorded() for name in names}
    from autograder.gradebook import Gradebook  # here, because workers need none of it

    found = {}
    with Gradebook(course) as book:
        for name in names:
            asked = replace(release, assignment=name, notebook=notebook_name(name))
            found[name] = Recorded(book.scores(asked), book.comments(asked), book.penalties(asked))
    return found


def page(
    release: Release,
    student: str,
    result: SubmissionResult,
    graded: NotebookNode,
    scores: marks.Scores | None = None,
    comments: Comments = (),
    penalty: float = 0.0,
) -> str:
    """The feedback on one submission as HTML that stands alone.

    Args:
        release: what was handed out; Markdown that equals its cells may use HTML.
        student: the student's id, any string.
        result: verdicts, points and messages.
        graded: the notebook from `autograded.graded_notebook`.
        scores: points from the gradebook; a person's take precedence, None is still to be decided.
        comments: what a person wrote about cells.
        penalty: points taken off for handing in late.

    Links to the book are made where $LINEAR_BOOK_URL says where it is; without, pages are named.
    """
    points = marks.scores(result, scores)
    titles = _titles(release)
    checks = {
        grade_id: _check_view(grade_id, check, points[grade_id], titles.get(grade_id, ""))
        for grade_id, check in result.checks.items()
    }
    remarks = _remark_views(comments, titles)
    cells = _cell_views(release, result, graded, checks, remarks)
    return views.templates().get_template("feedback.html.j2").render(
        student=clean_line(student),
        assignment=clean_line(release.assignment),
        title=titles[""] or clean_line(release.assignment),
        expected=clean_line(f"{release.assignment}/{release.notebook}.ipynb"),
        verdict=views.of_submission(result, points),
        kind=result.verdict.value,
        points=_standing(result, points, penalty),
        late=_late(result, points, penalty),
        checks=[] if views.unread(result) else list(checks.values()),
        remarks=list(remarks.values()),
        cells=cells,
        reason=_reason(result),
        notices=[clean_text(notice, 500) for notice in result.notices],
        numbers=any(check["values"] for check in checks.values()),
    )  # fmt: skip


def short_page(release: Release, student: str) -> str:
    """What stands where a page could not be made: that it could not, and that marks are safe."""
    return views.templates().get_template("short.html.j2").render(
        student=clean_line(student), assignment=clean_line(release.assignment)
    )  # fmt: skip


def page_path(course: Path, release: Release, student: str) -> Path:
    """Where the page of ``student`` is written."""
    return course / "feedback" / fitting(student) / release.assignment / f"{release.notebook}.html"


def _titles(release: Release) -> dict[str, Markup]:
    """The heading above each cell that nbgrader knows, by grade_id; under "" the notebook's own."""
    titles, last = {"": Markup("")}, Markup("")
    for cell in release.nb.cells:
        heading = re.match(r"#+ +(.+)", cell.source) if cell.cell_type == "markdown" else None
        if heading:
            last = render.inline_code(clean_line(heading[1]))
            titles[""] = titles[""] or last
        if grade_id := cell.metadata.get("nbgrader", {}).get("grade_id"):
            titles[grade_id] = last
    return titles


def _cell_views(
    release: Release, result: SubmissionResult, graded: NotebookNode, checks: dict, remarks: dict
) -> list[dict]:
    if views.unread(result):
        return []  # no work of the learner's to show, only the exercise as it was
    own = {cell.source for cell in release.nb.cells if cell.cell_type == "markdown"}
    outline, shown, size, left = Outline(), [], 0, MAX_OUTPUT
    for number, cell in enumerate(graded.cells, 1):
        size += min(len(cell.source), render.MAX_SOURCE)
        if size > MAX_PAGE and not is_check(cell):
            continue
        view = {"number": number, "kind": cell.cell_type, "outputs": [], "check": None}
        view |= {"remark": remarks.get(_grade_id(cell)), "folded": False}
        if cell.cell_type != "code":
            source = cell.metadata.get(SOURCE_KEY)
            trusted = source is None and cell.source in own
            text = cell.source if source is None else source
            view |= {"kind": "markdown", "html": render.markdown(text, outline, trusted)}
            view["folded"] = trusted and text == release.nb.cells[0].source
        elif is_check(cell):
            view |= {"html": render.code(cell.source), "check": checks.get(_grade_id(cell))}
        else:
            view["html"] = render.code(cell.source)
            view["outputs"], left = _output_views(cell.outputs, left)
        for part in filter(None, (view["check"], view["remark"])):
            part.update(shown=True, level=outline.below)
        shown.append(view)
    return shown


def _grade_id(cell: NotebookNode) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def _check_view(grade_id: str, check: Result, points: float | None, title: Markup) -> dict:
    check = clean_result(check)
    kept = [line for line in check.message.splitlines() if line.startswith("Right already:")]
    decided = points != marks.settled(check)
    words = [check.hint, *kept] if check.tried else [check.message]
    fault = check.verdict is Verdict.GRADER_FAULT
    if fault:
        words = []  # what our own failure says may quote what was asked
    return {
        "id": grade_id,
        "name": clean_line(check.name),
        "title": title or views.short(check.name),
        "verdict": views.of_check(check, points),
        "points": marks.of(points, check.max_points),
        "share": _share(points, check.max_points),
        "max": check.max_points,
        "before": _before(check) if decided else "",
        # The pieces say what the message says, laid out.
        "values": {"Tried": check.tried, "Got": check.got, "Due": check.due} if check.tried else {},
        "words": words,
        "fault": fault,
        "table": [] if fault else check.table,
        "passed": check.passed,
        "why": "" if check.passed or decided else _why(check, words),
        "place": "" if check.passed else _place(check.page),
        "link": render.book_link(check.page),
        "shown": False,
    }


def _before(check: Result) -> str:
    """What a check came to, where a person has set other points."""
    if check.verdict.needs_person:
        return "The check left this to a person."
    points = marks.of(check.points, check.max_points)
    return f"By itself the check came to: {present.WORDS[check.verdict]}, {points} points."


def _why(check: Result, words: list[str]) -> str:
    """The first sentence of the explanation, for the summary."""
    text = words[0] if words and words[0] else ""
    if not text and check.verdict is Verdict.ERROR:
        text = check.got
    return re.split(r"(?<=[.!?]) ", clean_line(text, 300))[0]


def _standing(result: SubmissionResult, points: views.Points, penalty: float) -> str:
    """The total in words: ``12 of 16 points``, or ``9 of 13 points so far, 3 to be decided``."""
    total = mark(result, points, penalty)
    if total is not None:
        return f"{marks.of(total, result.max_points)} points"
    left = sum(result.checks[name].max_points for name, p in points.items() if p is None)
    if left == result.max_points:
        return f"{_count(left)}, to be decided"
    so_far = sum(p for p in points.values() if p is not None)
    so_far = marks.of(so_far, result.max_points - left)
    return f"{so_far} points so far, {present.points(left)} to be decided"


def _late(result: SubmissionResult, points: views.Points, penalty: float) -> str:
    """What handing in late costs, in words, or ""."""
    if not penalty:
        return ""
    total, off = mark(result, points), _count(penalty)
    if total is None:
        return f"Handed in late: {off} will be taken off."
    return f"Handed in late: {off} taken off the {present.points(total)} earned."


def _count(points: float) -> str:
    return f"{present.points(points)} point{'' if points == 1 else 's'}"


def _reason(result: SubmissionResult) -> str:
    # What our own failure says is for the instructor, who finds it in the index: it may quote
    # something that was asked.
    hidden = result.verdict in (Verdict.GRADER_FAULT, Verdict.MISSING)
    return "" if hidden else clean_text(result.reason, 2_000)


def _remark_views(comments: Comments, titles: Mapping[str, Markup]) -> dict[str, dict]:
    """A person's comments by grade_id, several on one cell in one."""
    remarks: dict[str, dict] = {}
    for grade_id, text in comments:
        if not text.strip():
            continue
        html = render.markdown(text, Outline(5))
        name = titles.get(grade_id) or clean_line(grade_id)
        if grade_id in remarks:
            remarks[grade_id]["html"] += html
        else:
            anchor = f"comment-{len(remarks) + 1}"
            remarks[grade_id] = {"id": anchor, "title": name, "html": html, "shown": False}
    return remarks


def _output_views(outputs: list, left: int) -> tuple[list[dict], int]:
    """What can be shown of ``outputs`` in ``left`` characters, and how many are left then."""
    shown = []
    for view in filter(None, map(_output_view, outputs)):
        left -= len(view.get("png") or view["text"])
        if left < 0:
            shown.append({"kind": "stdout", "text": "… more output than fits into this page"})
            return shown, 0
        shown.append(view)
    return shown, left


def _output_view(output: dict) -> dict | None:
    output = clean_output(output)  # again: a page must not depend on where its notebook came from
    match output and output.output_type:
        case "stream":
            return {"kind": output.name, "text": output.text}
        case "error":
            text = "\n".join(output.traceback) or f"{output.ename}: {output.evalue}"
            return {"kind": "error", "text": text}
        case "display_data":
            if "image/png" in output.data:
                return {"kind": "image", "png": output.data["image/png"]}
            return {"kind": "stdout", "text": output.data["text/plain"]}
    return None


def _share(points: float | None, most: float) -> int:
    return round(100 * min(points or 0.0, most) / most) if most else 0


def _place(page_name: str) -> str:
    try:
        return pages.place(page_name) if page_name else ""
    except KeyError:
        return clean_line(page_name)
