"""Source code cut into blocks, each beside the words and the link that explain it.

Page 2.4 shows the source of the installed `nn.Linear` this way. The words stand in a table on the
page. A statement that no entry of the table explains, or an entry that explains no statement,
stops the build, so the page cannot silently fall behind PyTorch.
"""

from __future__ import annotations

import ast
import html
import itertools
import re
import textwrap
from typing import NamedTuple

from IPython.display import display
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer


class Note(NamedTuple):
    """Words about some statements of a source, and where the book explains them.

    words: one short text; page: the relative address of the page or section; starts: how the
    statements begin, each up to any length.
    """

    words: str
    page: str
    starts: tuple[str, ...]


def annotate(source: str, notes: list[Note]) -> None:
    """Display `source`, the text of one class, with its notes at its side.

    Raises ValueError, naming the statement or the note, where the two do not match.
    """
    lines = textwrap.dedent(source).splitlines()
    blocks: list[tuple[Note, list[str]]] = []
    for block in _statements(lines):
        note = _note_for(block, notes)
        if blocks and blocks[-1][0] is note:
            blocks[-1][1].extend(block)
        else:
            blocks.append((note, block))
    for note in notes:
        if all(note is not used for used, _ in blocks):
            raise ValueError(
                f"annotate: no statement starts with {' or '.join(map(repr, note.starts))}; "
                f"change or remove the note {note.words!r}"
            )
    body = "".join(_block_html(note, block) for note, block in blocks)
    page = f'<div class="annotated-source"><style>{ON_DARK}</style>{body}</div>'
    display({"text/html": page, "text/plain": "\n".join(lines)}, raw=True)


def _statements(lines: list[str]) -> list[list[str]]:
    """The lines of each statement. A function's docstring belongs to its `def`."""
    starts = {1}
    for node in ast.walk(ast.parse("\n".join(lines))):
        if isinstance(node, ast.FunctionDef):
            own_docstring = ast.get_docstring(node) is not None
            starts |= {child.lineno for child in node.body[own_docstring:]} | {node.lineno}
        elif isinstance(node, (ast.ClassDef, ast.If)):
            starts |= {child.lineno for child in node.body + getattr(node, "orelse", [])}
    # A comment, and the `else:` over a block, belong to what they introduce.
    shifted = set()
    for start in starts:
        while start > 1 and lines[start - 2].strip().startswith(("#", "else:")):
            start -= 1
        shifted.add(start)
    bounds = [*sorted(shifted), len(lines) + 1]
    return [lines[start - 1 : end - 1] for start, end in itertools.pairwise(bounds)]


def _note_for(block: list[str], notes: list[Note]) -> Note:
    lines = [line.strip() for line in block]
    code = next(line for line in lines if line and not line.startswith(("#", "else:")))
    for note in notes:
        if code.startswith(note.starts):
            return note
    raise ValueError(
        f"annotate: no note explains the statement {code!r}; add its start to a note of the table"
    )


def _block_html(note: Note, block: list[str]) -> str:
    words = f'<a href="{html.escape(note.page)}">{html.escape(note.words)}</a>'
    text = "\n".join(block).rstrip()
    code = highlight(text, PythonLexer(stripnl=False), HtmlFormatter(nowrap=True)).rstrip()
    wrapped = f'<pre style="{PRE}">{"".join(map(_hanging, code.splitlines()))}</pre>'
    if len(block) > LONG:
        summary = f'<summary style="{WORDS}">Show its {len(block)} lines</summary>'
        wrapped = f"<details>{summary}{wrapped}</details>"
    return (
        f'<div style="{ROW}"><p style="{WORDS}">{words}</p>'
        f'<div class="highlight" style="{CODE}">{wrapped}</div></div>'
    )


def _hanging(line: str) -> str:
    """One line of highlighted code; where it must wrap, the rest is indented further."""
    text = re.sub(r"<[^>]*>", "", line)
    indent = len(text) - len(text.lstrip())
    # Spaces at the start would wrap like any others: padding stands in for them.
    start = re.match(r"(?:<[^>]*>|\s)*", line)[0]
    code = "".join(re.findall(r"<[^>]*>", start)) + line[len(start) :]
    style = f"display:block;padding-left:{indent + 4}ch;text-indent:-4ch"
    return f'<span style="{style}">{code or " "}</span>'


# In the dark the book's theme puts HTML output on a light ground; this output follows the theme.
ON_DARK = (
    "html[data-theme=dark] .bd-content div.cell_output .text_html:has(div.annotated-source)"
    "{padding:0;background:transparent;color:inherit}"
)
LONG = 25  # lines; in nn.Linear only the class's docstring is longer
ROW = "display:flex;flex-wrap:wrap;gap:.1em 1em;align-items:baseline;margin:.5em 0"
WORDS = "flex:1 1 10em;margin:0;font-size:.85em"
CODE = "flex:4 1 24em;min-width:0;margin:0"
# Wrapped, not scrolled: nothing is cut off on a phone, and no keyboard stop is needed.
PRE = "margin:0;padding:.4em .6em;font-size:.8rem;white-space:pre-wrap;overflow-wrap:anywhere"
