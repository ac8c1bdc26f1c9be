"""A result as a person reads it: plain text in a terminal, a card in a notebook."""

from __future__ import annotations

from html import escape

from autograder import pages
from autograder.results import Result, Verdict

SIGNS = {
    Verdict.PASSED: "✔",
    Verdict.PARTLY: "◐",
    Verdict.REVIEW: "?",
    Verdict.MISSING: "○",
}
WORDS = {
    Verdict.PASSED: "passed",
    Verdict.PARTLY: "partly right",
    Verdict.FAILED: "not yet right",
    Verdict.ERROR: "stopped with an error",
    Verdict.TIMEOUT: "took too long",
    Verdict.KILLED: "the process died",
    Verdict.MISSING: "not written yet",
    Verdict.MALFORMED: "not readable",
    Verdict.REVIEW: "a person will look at this",
    Verdict.GRADER_FAULT: "a fault of the grader, not yours",
}
# Colors carry no meaning of their own: sign and words say the same. They only tint a border.
COLORS = {Verdict.PASSED: "#2da44e", Verdict.PARTLY: "#bf8700", Verdict.REVIEW: "#8250df"}


def points(value: float) -> str:
    """Points without needless decimals: "3", "2.5"."""
    return f"{value:g}"


def headline(result: Result) -> str:
    """One line: sign, check, verdict in words, points."""
    sign = SIGNS.get(result.verdict, "✘")
    score = f"{points(result.points)} of {points(result.max_points)} points"
    if not result.max_points:
        score = "an extra, without points"
    if result.verdict.needs_person:  # a number here would read like a mark
        score = f"{points(result.max_points)} points, open"
    return f"{sign} {result.name}: {WORDS[result.verdict]} ({score})"


def text(result: Result) -> str:
    """Everything there is to say, for a terminal."""
    lines = [headline(result), *result.message.splitlines()]
    if result.page and not result.passed:
        lines.append(f"Read     {pages.place(result.page)}")
    lines += table_text(result)
    return "\n".join([lines[0], *(f"  {line}" for line in lines[1:])])


def card(result: Result, link: bool = True) -> str:
    """The same as self-contained HTML. All that came from a learner's code is escaped."""
    color = COLORS.get(result.verdict, "#cf222e")
    body = (
        _rows(result) if result.tried else f"<p style='margin:.3em 0'>{_marked(result.message)}</p>"
    )
    return (
        f'<div class="check-result" data-verdict="{escape(str(result.verdict))}" '
        f'style="border-left:.35em solid {color};padding:.3em .9em;margin:.3em 0;'
        'max-width:56em;line-height:1.45">'
        f'<p style="margin:.2em 0"><strong>{escape(headline(result))}</strong></p>{body}'
        f"{_reading(result, link)}{table_html(result)}</div>"
    )


def table_text(result: Result) -> list[str]:
    """The lines of the table of cases, its columns one under the other; none without a table."""
    widths = [max(map(len, column)) for column in zip(*result.table, strict=True)]
    return [
        "  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip()
        for row in result.table
    ]


def table_html(result: Result) -> str:
    """The table of cases, folded away behind its first line; empty without one."""
    if not result.table:
        return ""
    header, *rows = result.table
    cell = "text-align:left;padding:.1em 1.2em .1em 0"
    head = "".join(f'<th scope="col" style="{cell}">{escape(word)}</th>' for word in header)
    body = "".join(
        '<tr style="background:none">'
        f'<th scope="row" style="{cell};font-weight:normal">{escape(row[0])}</th>'
        + "".join(f'<td style="{cell}">{escape(word)}</td>' for word in row[1:])
        + "</tr>"
        for row in rows
    )
    return (
        f"<details style='margin:.3em 0'{'' if result.passed else ' open'}>"
        f"<summary>{escape(header[0])}, case by case</summary>"
        f'<table style="border:none;margin:.3em 0"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></details>"
    )


def _rows(result: Result) -> str:
    cells = [("Tried", result.tried), ("Got", result.got), ("Due", result.due)]
    rows = "".join(
        '<tr style="background:none"><th scope="row" style="text-align:left;vertical-align:top;'
        f'padding:.15em 1em .15em 0">{name}</th><td style="text-align:left;white-space:pre-wrap;'
        f'overflow-wrap:anywhere;font-family:monospace">{escape(value)}</td></tr>'
        for name, value in cells
    )
    table = f'<table style="border:none;margin:.3em 0">{rows}</table>'
    hint = f"<p style='margin:.3em 0'>{_marked(result.hint)}</p>" if result.hint else ""
    kept = [line for line in result.message.splitlines() if line.startswith("Right already:")]
    return table + hint + "".join(f"<p style='margin:.3em 0'>{_marked(line)}</p>" for line in kept)


def _reading(result: Result, link: bool) -> str:
    if result.passed or not result.page:
        return ""
    where, href = escape(pages.place(result.page)), pages.href(result.page) if link else ""
    target = (
        f'<a href="{escape(href)}" target="_blank" rel="noopener">{where}</a>' if href else where
    )
    return f"<p style='margin:.3em 0'>Read: {target}</p>"


def _marked(message: str) -> str:
    """Escaped text with `code` set as code."""
    pieces = escape(message).split("`")
    return "".join(f"<code>{piece}</code>" if i % 2 else piece for i, piece in enumerate(pieces))
