"""The page a learner gets back: a summary, then their notebook with each check explained in place.

Pages carry no script and load nothing. What a learner wrote is escaped text, code, or Markdown
whose HTML is switched off; a content policy in the page refuses whatever might slip through.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape
from nbformat import NotebookNode
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from autograder import marks, pages, present
from autograder.autograded import SOURCE_KEY
from autograder.release import Release, is_check
from autograder.results import Result, SubmissionResult, Verdict
from autograder.scrub import clean_line, clean_output, clean_result, clean_text

MAX_SOURCE = 20_000  # characters of one cell; more is cut
MAX_PAGE = 200_000  # characters of all cells; after them only checks are shown
_LEXER = PythonLexer(stripnl=False, ensurenl=False)
_FORMATTER = HtmlFormatter(nowrap=True)


def page(
    release: Release,
    student: str,
    result: SubmissionResult,
    graded: NotebookNode,
) -> str:
    """The feedback on one submission as HTML that stands alone.

    Args:
        release: what was handed out; Markdown that equals its cells may use HTML.
        student: the student's id, any string.
        result: verdicts, points and messages.
        graded: the notebook from `autograded.graded_notebook`.

    Links to the book are made where $LINEAR_BOOK_URL says where it is; without, pages are named.
    """
    cells = _cell_views(release, result, graded)
    shown = {view["check"]["id"] for view in cells if view["check"]}
    checks = [
        _check_view(grade_id, check) | {"shown": grade_id in shown}
        for grade_id, check in result.checks.items()
    ]
    template = _templates().get_template("feedback.html.j2")
    return template.render(
        student=clean_line(student),
        assignment=clean_line(release.assignment),
        verdict=_whole_view(result.verdict),
        points=marks.standing(result),
        share=_share(marks.total(result), result.max_points),
        checks=checks,
        cells=cells,
        reason=clean_text(result.reason, 2_000),
        notices=[clean_text(notice, 500) for notice in result.notices],
    )


def index(
    classes: Mapping[str, Mapping[str, SubmissionResult]],
    scores: Mapping[str, Mapping[str, marks.Scores]] | None = None,
) -> str:
    """The class for the instructor: by assignment, each student's verdicts and a link."""
    sections = []
    for assignment, results in classes.items():
        recorded = (scores or {}).get(assignment, {})
        rows = [_index_row(s, r, recorded.get(s, {})) for s, r in results.items()]
        names = [_short(check.name) for check in next(iter(results.values())).checks.values()]
        sections.append(
            {
                "assignment": clean_line(assignment),
                "names": names,
                "rows": rows,
                "waiting": sum(row["points"] is None for row in rows),
            }
        )
    return _templates().get_template("index.html.j2").render(sections=sections)


def page_path(course: Path, release: Release, student: str) -> Path:
    """Where the page of ``student`` is written."""
    return course / "feedback" / student / release.assignment / f"{release.notebook}.html"


class Outline:
    """Heading levels below the page's own h1 and h2, never skipping one on the way down."""

    def __init__(self) -> None:
        self.level = 2

    def next(self, wanted: int) -> int:
        """The level for a notebook's heading of level ``wanted`` (1 to 6)."""
        self.level = min(max(3, wanted + 2), self.level + 1, 6)
        return self.level

    @property
    def below(self) -> int:
        """The level for a heading that belongs under the last one."""
        return min(self.level + 1, 6)


def _cell_views(release: Release, result: SubmissionResult, graded: NotebookNode) -> list[dict]:
    unread = result.verdict in (Verdict.MALFORMED, Verdict.GRADER_FAULT, Verdict.MISSING)
    if unread and not result.cells:
        return []  # no work of the learner's to show, only the exercise as it was
    outline, views, size = Outline(), [], 0
    for number, cell in enumerate(graded.cells, 1):
        size += min(len(cell.source), MAX_SOURCE)
        if size <= MAX_PAGE or is_check(cell):
            views.append(_cell_view(cell, number, release, result, outline))
    return views


def _cell_view(
    cell: NotebookNode, number: int, release: Release, result: SubmissionResult, outline: Outline
) -> dict:
    view = {"number": number, "kind": cell.cell_type, "html": "", "outputs": [], "check": None}
    if cell.cell_type != "code":
        source = cell.metadata.get(SOURCE_KEY)
        trusted = source is None and _is_released(cell, release)
        text = cell.source if source is None else source
        return view | {"kind": "markdown", "html": markdown(text, outline, trusted)}
    view["html"] = code(cell.source)
    if is_check(cell):
        grade_id = cell.metadata.nbgrader.grade_id
        if grade_id in result.checks:
            view["check"] = _check_view(grade_id, result.checks[grade_id])
            view["check"]["level"] = outline.below
        return view
    return view | {"outputs": [o for o in map(_output_view, cell.outputs) if o]}


def _is_released(cell: NotebookNode, release: Release) -> bool:
    return any(
        own.cell_type == "markdown" and own.source == cell.source for own in release.nb.cells
    )


def _check_view(grade_id: str, check: Result) -> dict:
    check = clean_result(check)
    kept = [line for line in check.message.splitlines() if line.startswith("Right already:")]
    return {
        "id": grade_id,
        "name": clean_line(check.name),
        "short": _short(check.name),
        "verdict": _verdict_view(check.verdict),
        "points": marks.of(marks.settled(check), check.max_points),
        "values": {"Tried": check.tried, "Got": check.got, "Due": check.due} if check.tried else {},
        # The pieces say what the message says, laid out.
        "words": [check.hint, *kept] if check.tried else [check.message],
        "place": "" if check.passed else _place(check.page),
        "link": _book_link(check.page),
    }


def _verdict_view(verdict: Verdict) -> dict:
    return {
        "words": present.WORDS[verdict],
        "sign": marks.sign(verdict),
        "tone": marks.tone(verdict),
    }


def _whole_view(verdict: Verdict) -> dict:
    view = _verdict_view(verdict)
    return view | {"words": "nothing handed in"} if verdict is Verdict.MISSING else view


def _index_row(student: str, result: SubmissionResult, recorded: marks.Scores) -> dict:
    points = marks.scores(result, recorded)
    return {
        "student": clean_line(student),
        "href": "/".join(
            quote(part.encode("utf-8", "replace"), safe="")
            for part in (student, result.assignment, f"{result.notebook}.html")
        ),
        "verdict": _whole_view(result.verdict),
        "points": marks.total(result, recorded),
        "max": result.max_points,
        "checks": [
            _verdict_view(check.verdict) | {"points": points[grade_id]}
            for grade_id, check in result.checks.items()
        ],
        "reason": clean_line(result.reason),
    }


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


def _share(points: float | None, max_points: float) -> int | None:
    return None if points is None or not max_points else round(100 * points / max_points)


def _short(name: str) -> str:
    return clean_line(name).rpartition("/")[2]


def _place(page_name: str) -> str:
    try:
        return pages.place(page_name) if page_name else ""
    except KeyError:
        return clean_line(page_name)


def _book_link(page_name: str) -> str:
    # Only where the book is served: a page of feedback travels, and a path beside it does not.
    return pages.href(page_name) if page_name and os.environ.get(pages.BOOK_URL) else ""


def _with_code(text: str) -> Markup:
    """``text`` escaped, with what stands between backticks set as code."""
    pieces = str(escape(text)).split("`")
    return Markup("".join(f"<code>{p}</code>" if i % 2 else p for i, p in enumerate(pieces)))


def code(source: str) -> Markup:
    """Python source with its parts marked for color, escaped."""
    source = clean_text(source, MAX_SOURCE)
    return Markup(highlight(source, _LEXER, _FORMATTER))  # Pygments escapes what it is given


def markdown(source: str, outline: Outline, trusted: bool = False) -> Markup:
    """Markdown as HTML, its headings fitted under the page's.

    Args:
        source: the cell's text.
        outline: the headings so far; it moves on.
        trusted: whether the text is the release's own, which may contain HTML.
    """
    parser = _markdown_parser(trusted)
    tokens = parser.parse(clean_text(source, MAX_SOURCE))
    for token in tokens:
        if token.type == "heading_open":
            level = outline.next(int(token.tag[1]))
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{level}"
        if token.children:
            token.children = _only_safe(token.children)
    return Markup(parser.renderer.render(tokens, parser.options, {}))


@lru_cache
def _markdown_parser(trusted: bool) -> MarkdownIt:
    options = {"html": trusted, "highlight": _fence}
    return MarkdownIt("commonmark", options).enable("table")


def _fence(source: str, language: str, _: str) -> str:
    # Built whole, or the learner's word for the language would become a class name.
    text = code(source.rstrip("\n")) if language in ("", "python") else escape(source)
    return f"<pre><code>{text}</code></pre>"


def _only_safe(tokens: list[Token]) -> list[Token]:
    """``tokens`` without images, and with links only where they lead to the web or the book."""
    kept, open_links = [], []
    for token in tokens:
        if token.type == "link_open":
            address = _address(str(token.attrGet("href") or ""))
            open_links.append(address is not None)
            if address is None:
                continue
            token.attrs = {"href": address, "rel": "noopener noreferrer nofollow"}
        elif token.type == "link_close" and not open_links.pop():
            continue
        elif token.type == "image":  # it would be fetched from wherever the learner says
            token = Token("text", "", 0, content=f"[image: {token.content}]")
        kept.append(token)
    return kept


def _address(href: str) -> str | None:
    in_book = re.fullmatch(r"(?:\.\./)+book/([\w/-]+)\.md(#[\w-]+)?", href)
    if in_book:
        return _book_link(in_book[1] + (in_book[2] or "")) or None
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    return href if parts.scheme in ("http", "https") and parts.netloc else None


@lru_cache
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("autograder"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters |= {"with_code": _with_code, "points": present.points}
    return templates
